namespace Causum.Properties.Sensitivity;

/// <summary>Made-up tables in many languages, people and things, on which the rules' recall and precision are held.</summary>
internal static class LabelledTables
{
    public static IEnumerable<LabelledTable> All => Sources.Select(LabelledTable.Parse);

    private static readonly string[] Sources =
    [
        """
            en customers
            g = Alma, Bruce, Cecily, Dorian, Edith, Fergus, Greta, Hugo, Imogen, Jasper, Linda, Robert
            f = Ashworth, Bellamy, Carver, Dunmore, Ellison, Farrow, Grantley, Hargrove, Smith, Miller
            c = Brookfield, Eastham, Norwick, Westbury, Larkhill
            st = active, dormant, closed
            customer_id | - | int | {n}
            first_name | S | text | {g}
            last_name | S | text | {f}
            email | S | text | {g}.{f}@example.org
            phone | S | text | +1 212 555 01##
            street | S | text | [1-99] {c} Road
            city | S | text | {c}
            zip | S | text | #####
            state | - | text | NY
            dob | S | date | 19[50-99]-0[1-9]-1[0-9]
            gender | - | text | F
            status | - | text | {st}
            created_at | - | date | 2024-0[1-9]-1[0-9]
            loyalty_points | - | int | [10-900]
            email_verified | - | bool | true
            """,
        """
            en products
            n1 = Oak, Steel, Cotton, Glass, Copper, Walnut, Linen
            n2 = Table, Lamp, Kettle, Chair, Shelf, Blanket, Bowl
            cat = Kitchen, Garden, Living
            id | - | int | {n}
            sku | - | text | %%-####
            product_name | - | text | {n1} {n2} [1-90]
            category | - | text | {cat}
            price | - | numeric | [1-900].99
            stock | - | int | [0-400]
            weight_kg | - | numeric | [1-9].5
            description | - | text | a solid {n1} {n2} for every room of the house
            supplier_id | - | int | [1-40]
            is_active | - | bool | true
            created | - | date | 2023-0[1-9]-1[0-9]
            """,
        """
            en patients
            g = Alma, Bruce, Cecily, Dorian, Edith, Fergus, Linda, Robert
            f = Ashworth, Bellamy, Carver, Dunmore, Ellison, Smith
            d = Type 2 diabetes, Asthma, Migraine, Hypertension
            m = Metformin, Salbutamol, Ibuprofen
            mrn | S | text | M######
            pt_name | S | text | {f}, {g}
            ssn | S | text | 1[20-99]-4#-1[100-999]
            birthDate | S | date | 19[40-99]-0[1-9]-1[0-9]
            admitDate | S | date | 2024-0[1-9]-1[0-9]
            primary_diagnosis | S | text | {d}
            icd10 | S | text | E1[0-9].#
            medication | S | text | {m}
            insurance_member_id | S | text | W#########
            emergency_contact_phone | S | text | (555) 01#-####
            room | - | text | [1-4]0[1-9]
            visit_count | - | int | [1-9]
            attending_npi | S | text | 1#########
            """,
        """
            en events
            ev = click, view, purchase, logout
            id | - | uuid | ########-####-4###-8###-############
            event_type | - | text | {ev}
            client_ip | S | text | 10.[1-90].[1-200].[1-200]
            user_agent | - | text | Mozilla/5.0 (X11; Linux x86_64) Build/[1-99]
            session_id | S | text | s####%%##%%##
            amount | - | numeric | [1-500].20
            currency | - | text | EUR
            occurred_at | - | date | 2024-0[1-9]-1[0-9]
            duration_ms | - | int | [1-5000]
            username | S | text | user##%
            api_key | S | text | k_####%%%%##
            """,
        """
            de kunden
            g = Anke, Bernd, Cordula, Detlef, Elke, Gerd, Heike, Klaus, Sabine
            f = Ahrens, Brinkmann, Cordes, Dreyer, Eggers, Fischer, Müller, Schmidt
            c = Neustadt, Altdorf, Lindau, Bergheim
            kundennr | S | text | K-######
            anrede | - | text | Frau
            vorname | S | text | {g}
            nachname | S | text | {f}
            strasse | S | text | {c}er Weg [1-99]
            hausnummer | S | text | [1-99]a
            plz | S | text | #####
            ort | S | text | {c}
            telefonnummer | S | text | 0[30-89]/[1000-9999]##
            geburtsdatum | S | date | 19[50-99]-0[1-9]-1[0-9]
            steuerid | S | text | ###########
            bruttogehalt | S | numeric | [2000-9000].00
            konfession | S | text | ev
            bemerkung | S | text | Herr {f} rief an und bat um Rückruf wegen der Rechnung von {g} {f}
            erstellt_am | - | date | 2024-0[1-9]-1[0-9]
            aktiv | - | bool | true
            kundengruppe | - | text | Gewerbe
            """,
        """
            de artikel
            w = Schraube, Mutter, Bolzen, Scheibe, Dübel
            artikelnummer | - | text | ####-##
            bezeichnung | - | text | {w} M[1-9] verzinkt
            preis | - | numeric | [1-9].49
            menge | - | int | [1-900]
            lagerort | - | text | A##
            einheit | - | text | Stk
            mwst_satz | - | int | 19
            letzte_inventur | - | date | 2024-0[1-9]-1[0-9]
            """,
        """
            fr salaries
            g = Amélie, Benoît, Céline, Didier, Élodie, Fabien, Julien, Nathalie
            f = Aubry, Besson, Cordier, Delmas, Escoffier, Dubois, Moreau
            c = Villeneuve, Montclair, Saint-Aubin
            matricule | S | text | M#####
            nom | S | text | {f}
            prenom | S | text | {g}
            date_naissance | S | date | 19[60-99]-0[1-9]-1[0-9]
            numero_secu | S | text | 1 85 05 78 006 0## ##
            adresse | S | text | [1-99] rue de {c}
            code_postal | S | text | #####
            ville | S | text | {c}
            tel_portable | S | text | 06 ## ## ## ##
            courriel | S | text | {g}@exemple.fr
            salaire_brut | S | numeric | [1800-6000].00
            situation_familiale | - | text | marié
            poste | - | text | comptable
            date_embauche | S | date | 20[10-23]-0[1-9]-01
            departement | - | text | Finance
            actif | - | bool | true
            """,
        """
            es pacientes
            g = Aurora, Blas, Carmela, Darío, Elvira, Fermín, Antonio, Lucía
            f = Aranda, Beltrán, Carmona, Donoso, Escudero, García, López
            d = Asma, Diabetes tipo 2, Hipertensión
            c = Villanueva, Montealto, Ríoseco
            id_paciente | S | text | P-#####
            nombre | S | text | {g}
            apellidos | S | text | {f} {f}
            dni | S | text | ########%
            fecha_nacimiento | S | date | 19[50-99]-0[1-9]-1[0-9]
            telefono | S | text | 6## ### ###
            correo | S | text | {g}@ejemplo.es
            direccion | S | text | Calle {c} [1-99]
            municipio | S | text | {c}
            diagnostico | S | text | {d}
            grupo_sanguineo | S | text | A+
            numero_poliza | S | text | PZ######
            sexo | - | text | M
            fecha_creacion | - | date | 2024-0[1-9]-1[0-9]
            importe | - | numeric | [10-900].10
            """,
        """
            it clienti
            g = Aldo, Bianca, Corrado, Daria, Ettore, Flavia, Giuseppe, Paola
            f = Abate, Bellini, Corsi, Donati, Rossi, Bianchi
            c = Montebello, Pietralunga, Rivalta
            codice_cliente | S | text | C#####
            cognome | S | text | {f}
            nome | S | text | {g}
            codice_fiscale | S | text | %%%%%%##%##%###%
            data_nascita | S | date | 19[50-99]-0[1-9]-1[0-9]
            indirizzo | S | text | Via {c} [1-99]
            comune | S | text | {c}
            cap | S | text | #####
            cellulare | S | text | 3## #######
            pec | S | text | {g}@esempio.it
            iban | S | text | IT##%#####0#####00000######
            importo | - | numeric | [10-900].10
            stato_ordine | - | text | spedito
            data_ordine | - | date | 2024-0[1-9]-1[0-9]
            """,
        """
            pt clientes
            g = Adelino, Branca, Celso, Dulce, Eurico, Maria, João
            f = Abrantes, Bastos, Coutinho, Duarte, Silva, Souza
            c = Vila Nova, Monte Alto, Rio Claro
            id | - | int | {n}
            nome_completo | S | text | {g} {f}
            cpf | S | text | ###.###.###-##
            rg | S | text | ##.###.###-#
            data_nascimento | S | date | 19[50-99]-0[1-9]-1[0-9]
            celular | S | text | (11) 9####-####
            endereco | S | text | Rua {c}, [1-99]
            bairro | S | text | {c}
            cep | S | text | #####-###
            renda_mensal | S | numeric | [1000-9000].00
            chave_pix | S | text | {g}@exemplo.com.br
            valor_total | - | numeric | [10-900].10
            data_cadastro | - | date | 2024-0[1-9]-1[0-9]
            situacao | - | text | ativo
            """,
        """
            pl pacjenci
            g = Bożena, Cezary, Dariusz, Eliza, Feliks, Piotr, Agnieszka
            f = Adamska, Borkowski, Cichoń, Nowak, Kowalski
            c = Nowe Miasto, Lipowiec, Zalesie
            imie | S | text | {g}
            nazwisko | S | text | {f}
            pesel | S | text | 8#0[1-9]1######
            data_urodzenia | S | date | 19[50-99]-0[1-9]-1[0-9]
            adres_zamieszkania | S | text | ul. {c} [1-99]
            kod_pocztowy | S | text | ##-###
            miejscowosc | S | text | {c}
            nr_telefonu | S | text | 6## ### ###
            rozpoznanie | S | text | astma
            wynagrodzenie | S | numeric | [3000-9000].00
            data_wizyty | S | date | 2024-0[1-9]-1[0-9]
            plec | - | text | K
            status_wizyty | - | text | zakończona
            """,
        """
            ru сотрудники
            g = Аркадий, Борис, Вера, Геннадий, Дарья, Сергей, Ольга
            f = Абрамов, Белов, Власов, Громова, Иванов, Смирнова
            табельный_номер | S | text | Т-#####
            фамилия | S | text | {f}
            имя | S | text | {g}
            отчество | S | text | {g}ович
            дата_рождения | S | date | 19[50-99]-0[1-9]-1[0-9]
            серия_номер_паспорта | S | text | #### ######
            снилс | S | text | ###-###-### ##
            телефон | S | text | +7 9## ###-##-##
            эл_почта | S | text | user##@primer.ru
            адрес | S | text | ул. Лесная, д. [1-99]
            оклад | S | numeric | [30000-90000].00
            должность | - | text | инженер
            отдел | - | text | Производство
            дата_создания | - | date | 2024-0[1-9]-1[0-9]
            """,
        """
            ja 患者
            f = 佐藤, 鈴木, 高橋, 田中, 渡辺
            g = 太郎, 花子, 健一, 美咲, 翔
            患者ID | S | text | P######
            氏名 | S | text | {f}{g}
            フリガナ | S | text | サトウハナコ
            生年月日 | S | date | 19[50-99]-0[1-9]-1[0-9]
            住所 | S | text | 見本県例市緑町[1-9]-[1-9]-[1-9]
            電話番号 | S | text | 090-####-####
            メールアドレス | S | text | user##@example.jp
            病名 | S | text | 高血圧
            血液型 | S | text | A
            性別 | - | text | 女
            診療科 | - | text | 内科
            更新日時 | - | date | 2024-0[1-9]-1[0-9]
            金額 | - | int | [100-9000]
            """,
        """
            zh 客户
            f = 王, 李, 张, 刘, 陈, 赵
            g = 伟, 芳, 秀英, 敏, 静, 建国
            客户编号 | S | text | C#####
            姓名 | S | text | {f}{g}
            身份证号 | S | text | 11010519[60-99]0[1-9]1###%X
            手机号码 | S | text | 138########
            家庭住址 | S | text | 示例市样例路[1-99]号
            出生日期 | S | date | 19[50-99]-0[1-9]-1[0-9]
            银行卡号 | S | text | 622202##########
            月收入 | S | int | [3000-30000]
            车牌号 | S | text | 京A####%
            备注 | S | text | {f}{g}来电要求退款，请尽快处理
            订单号 | - | text | D########
            创建时间 | - | date | 2024-0[1-9]-1[0-9]
            商品名称 | - | text | 保温杯
            数量 | - | int | [1-9]
            """,
        """
            ko 회원
            f = 김, 이, 박, 최, 정
            g = 민준, 서연, 지우, 하은, 도윤
            회원번호 | S | text | M#####
            이름 | S | text | {f}{g}
            주민등록번호 | S | text | 8#0[1-9]1#-1######
            휴대폰 | S | text | 010-####-####
            이메일 | S | text | user##@example.kr
            주소 | S | text | 예시시 견본구 모범로 [1-99]
            계좌번호 | S | text | ###-##-######
            성별 | - | text | 남
            주문일자 | - | date | 2024-0[1-9]-1[0-9]
            상품명 | - | text | 머그컵
            가격 | - | int | [1000-90000]
            """,
        """
            ar المرضى
            g = محمد, أحمد, فاطمة, مريم, علي, سارة
            f = العتيبي, الحربي, القحطاني
            رقم_المريض | S | text | P####
            الاسم_الكامل | S | text | {g} {f}
            رقم_الهوية | S | text | 1#########
            تاريخ_الميلاد | S | date | 19[50-99]-0[1-9]-1[0-9]
            رقم_الجوال | S | text | 05########
            العنوان | S | text | شارع المثال [1-99]
            التشخيص | S | text | الربو
            فصيلة_الدم | S | text | O+
            الراتب | S | int | [3000-9000]
            الجنس | - | text | ذكر
            تاريخ_الإنشاء | - | date | 2024-0[1-9]-1[0-9]
            الكمية | - | int | [1-9]
            """,
        """
            hi रोगी
            g = राहुल, अमित, प्रिया, सुनील, कविता
            f = शर्मा, गुप्ता, वर्मा, पटेल
            पूरा_नाम | S | text | {g} {f}
            मोबाइल_नंबर | S | text | 98########
            पता | S | text | नमूना मार्ग [1-99]
            जन्म_तिथि | S | date | 19[50-99]-0[1-9]-1[0-9]
            आधार_संख्या | S | text | 2### #### ####
            निदान | S | text | दमा
            लिंग | - | text | पुरुष
            राशि | - | int | [100-900]
            """,
        """
            sv anställda
            g = Alva, Birger, Cajsa, Dag, Anders, Karin
            f = Ahlgren, Bodin, Cederlund, Svensson, Nilsson
            anställningsnr | S | text | A####
            förnamn | S | text | {g}
            efternamn | S | text | {f}
            personnummer | S | text | 8#0[1-9]1#-####
            gatuadress | S | text | Exempelvägen [1-99]
            postnr | S | text | ### ##
            postort | S | text | Provstad
            mobilnummer | S | text | 070-### ## ##
            lön | S | int | [25000-60000]
            avdelning | - | text | Ekonomi
            skapad | - | date | 2024-0[1-9]-1[0-9]
            """,
        """
            tr müşteriler
            g = Ayla, Berk, Cem, Defne, Mehmet, Ayşe
            f = Akman, Bayrak, Ceylan, Yılmaz, Kaya
            müşteri_no | S | text | M#####
            adı_soyadı | S | text | {g} {f}
            tc_kimlik_no | S | text | 1##########
            cep_telefonu | S | text | 0532 ### ## ##
            e_posta | S | text | user##@ornek.com.tr
            adres | S | text | Örnek Sokak No [1-99]
            doğum_tarihi | S | date | 19[50-99]-0[1-9]-1[0-9]
            maaş | S | int | [10000-60000]
            cinsiyet | - | text | K
            sipariş_tarihi | - | date | 2024-0[1-9]-1[0-9]
            ürün_adı | - | text | Çaydanlık
            """,
        """
            nl medewerkers
            g = Aafke, Bastiaan, Coen, Doutzen, Pieter, Sanne
            f = Aalbers, Boersma, Cuperus, de Vries, Jansen
            personeelsnummer | S | text | P####
            voornaam | S | text | {g}
            achternaam | S | text | {f}
            bsn | S | text | #########
            geboortedatum | S | date | 19[50-99]-0[1-9]-1[0-9]
            woonplaats | S | text | Voorbeelddorp
            huisnummer | S | int | [1-99]
            postcode | S | text | #### %%
            salaris | S | numeric | [2000-6000].00
            kenteken | S | text | %%-###-%
            afdeling | - | text | Inkoop
            aangemaakt_op | - | date | 2024-0[1-9]-1[0-9]
            """,
        """
            el ασθενείς
            g = Γιώργος, Ελένη, Νίκος, Μαρία, Κώστας
            f = Παπαδόπουλος, Γεωργίου, Νικολαΐδης
            ονοματεπώνυμο | S | text | {g} {f}
            ΑΜΚΑ | S | text | 1###########
            τηλέφωνο | S | text | 69########
            διεύθυνση | S | text | Οδός Δείγματος [1-99]
            ημερομηνία_γέννησης | S | date | 19[50-99]-0[1-9]-1[0-9]
            διάγνωση | S | text | άσθμα
            φύλο | - | text | Θ
            ποσότητα | - | int | [1-9]
            """,
    ];
}
