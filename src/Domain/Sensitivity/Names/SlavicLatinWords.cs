namespace Causum.Domain.Sensitivity.Names;

/// <summary>Polish, Czech, Slovak, Croatian, Serbian (Latin) and Slovenian column-name words. Format: <see cref="WordList"/>.</summary>
internal static class SlavicLatinWords
{
    public const string Table = """
        NAM  imię imiona nazwisko nazwiska imię_nazwisko imię_i_nazwisko nazwisko_rodowe nazwisko_panieńskie drugie_imię pełna_nazwa_osoby imię_ojca imię_matki imiona_rodziców opiekun właściciel właściciel_konta posiadacz osoba_kontaktowa lekarz_prowadzący nazwisko_lekarza odbiorca beneficjent małżonek pseudonim_osoby nazwa_klienta imię_klienta nazwisko_klienta
        NAM  jméno příjmení křestní_jméno celé_jméno rodné_příjmení rodné_jméno jméno_příjmení jméno_a_příjmení titul_jméno držitel majitel_účtu kontaktní_osoba manžel manželka ošetřující_lékař praktický_lékař přezdívka jméno_matky jméno_otce meno priezvisko krstné_meno celé_meno rodné_priezvisko meno_priezvisko držiteľ majiteľ kontaktná_osoba jméno_klienta jméno_pacienta
        NAM  ime prezime ime_prezime ime_i_prezime puno_ime djevojačko_prezime ime_oca ime_majke vlasnik nositelj kontakt_osoba primatelj ime_kupca ime_pacijenta skrbnik priimek ime_in_priimek ime_priimek dekliški_priimek lastnik_računa imetnik
        NAM? nazwa lekarz lékař lekár liječnik zdravnik odosobowy nadawca odesílatel pošiljatelj kontakt_imię majitel kupující naziv_osobe
        EML  e_mailový adres_email adres_mail adres_e_mail emailová_adresa e_mailová_adresa mejl adresa_e_pošte e_pošta epošta e_posta elektronska_pošta poczta_elektroniczna adres_poczty
        PHN  telefon_komórkowy nr_telefonu numer_telefonu komórka tel_kom telefon_kontaktowy nr_tel tel_komorkowy telefonní_číslo telefonne_cislo číslo_telefonu mobilní_telefon mobil_číslo tel_číslo telefónne_číslo telefón mobilný_telefón broj_telefona mobitel broj_mobitela telefonska_številka mobilni_telefon mobilna_številka gsm_číslo
        FAX  faks nr_faksu broj_faksa
        ADR  ulica adres_zamieszkania adres_zameldowania adres_korespondencyjny nr_domu numer_domu nr_mieszkania numer_mieszkania ul nr_lokalu adres_dostawy adres_rozliczeniowy adres_linia ulice adresa adresa_bydliště bydliště trvalé_bydliště číslo_popisné čp číslo_domu doručovací_adresa fakturační_adresa adresa_trvalého_pobytu trvalý_pobyt
        ADR  ulica_číslo číslo_domu doručovacia_adresa adresa_stanovanja kućni_broj adresa_dostave prebivalište naslov_bivališča hišna_številka naslov_stalnega kućna_adresa
        ADR? naslov adresář kat stan
        CTY  miasto miejscowość gmina miejsce_urodzenia miejsce_zamieszkania miejscowosc_urodzenia město obec místo_narození mesto miesto_narodenia grad mjesto mjesto_rođenja općina mesto_rođenja mjesto_stanovanja kraj_rojstva občina kraj_bivališča mesto_stanovanja obec_bydliště miasto_urodzenia
        CTY? powiat okres miejsce kraj
        ZIP  kod_pocztowy kodpocztowy psč poštovní_směrovací_číslo poštovní_kód směrovací_číslo poštanski_broj postanski_broj pošta_broj poštna_številka poštové_smerovacie_číslo kod_poczt
        GEO  współrzędne szerokość_geograficzna długość_geograficzna souřadnice zeměpisná_šířka zeměpisná_délka koordinate zemljepisna_širina
        DOB  data_urodzenia urodzenia data_ur dataur urodzony urodzona rok_urodzenia dzień_urodzenia datum_narození narozen narození dat_nar datum_nar rok_narození dátum_narodenia narodenia narodený rok_narodenia datum_rođenja datum_rodenja rođenje godina_rođenja rođen datum_rojstva rojstvo leto_rojstva datumrodjenja
        DTE  data_zgonu zgon data_przyjęcia data_wypisu data_wizyty data_zabiegu data_szczepienia data_zatrudnienia data_ślubu datum_úmrtí úmrtí datum_přijetí datum_propuštění datum_hospitalizace datum_vyšetření datum_očkování datum_nástupu dátum_úmrtia dátum_prijatia dátum_prepustenia datum_smrti datum_prijema datum_otpusta datum_pregleda datum_operacije datum_odpusta
        AGE  wiek věk vek dob_života starost godine_starosti
        SSN  ubezpieczenie_społeczne nr_ubezpieczenia_społecznego numer_zus sociální_pojištění číslo_sociálního_pojištění
        NID  pesel nr_pesel pesel_klienta numer_pesel dowód dowód_osobisty nr_dowodu numer_dowodu seria_dowodu nr_dowodu_osobistego rodné_číslo rodne_cislo rč číslo_op číslo_občanského_průkazu občanský_průkaz číslo_dokladu rodcislo číslo_op občiansky_preukaz oib jmbg mbg broj_osobne osobna_iskaznica broj_osobne_iskaznice broj_lične_karte lična_karta emšo davčna_emso osebna_izkaznica matični_broj_osobe jmbag_osoba
        TAX  nip_osoby nip numer_nip nip_klienta numer_podatnika dič rodné_dič davčna_številka davčna porezni_broj daňové_číslo
        PAS  paszport nr_paszportu numer_paszportu pas_číslo číslo_pasu cestovní_pas putovnica broj_putovnice pasoš broj_pasoša potni_list številka_potnega_lista cestovný_pas
        DRV  prawo_jazdy nr_prawa_jazdy numer_prawa_jazdy řidičský_průkaz číslo_řidičského_průkazu vodičský_preukaz vozačka_dozvola vozniško_dovoljenje broj_vozačke
        LIC  nr_prawa_wykonywania_zawodu pwz nr_pwz číslo_licence_lékaře
        MRN  numer_pacjenta nr_pacjenta id_pacjenta karta_pacjenta nr_kartoteki historia_choroby číslo_pacienta id_pacienta zdravotní_karta chorobopis broj_pacijenta broj_kartona id_pacijenta mbo številka_kartoteke
        HPN  nr_ubezpieczenia numer_ubezpieczenia nr_polisy numer_polisy ubezpieczenie_zdrowotne číslo_pojištěnce pojištěnec číslo_pojistky zdravotní_pojištění číslo_pojištění broj_osiguranja zdravstveno_osiguranje broj_osiguranika mbo_broj številka_zavarovanja zavarovanje kzzs číslo_poistenca
        DGN  diagnoza diagnozy rozpoznanie choroba choroby schorzenie lek leki alergie alergia leczenie grupa_krwi niepełnosprawność objawy recepta wynik_badania wyniki_badań zwolnienie_lekarskie stan_zdrowia przebyte_choroby dawkowanie diagnóza diagnóz onemocnění nemoc lék léky léčba krevní_skupina invalidita zdravotní_stav příznaky předpis choroby ochorenie lieky liečba krvná_skupina
        DGN  dijagnoza bolest bolesti lijek lijekovi terapija krvna_grupa invaliditet simptomi alergije nalaz zdravstveno_stanje bolezen zdravila zdravljenje krvna_skupina invalidnost orzeczenie stopień_niepełnosprawności
        BIO  odcisk_palca odciski_palców otisk_prstu otisak_prsta prstni_odtis
        IMG  zdjęcie fotografie_osoby zdjęcie_profilowe slika_profila
        IBN  nr_iban numer_iban
        BAN  numer_konta nr_konta konto_bankowe numer_rachunku nr_rachunku rachunek_bankowy rachunek číslo_účtu bankovní_účet účet_číslo číslo_bankovního_účtu bankové_číslo broj_računa žiro_račun bankovni_račun tekući_račun številka_računa bančni_račun trr transakcijski_račun
        CCN  numer_karty nr_karty karta_kredytowa karta_płatnicza číslo_karty platební_karta kreditní_karta platobná_karta broj_kartice kreditna_kartica številka_kartice
        CVV  kod_cvv kod_zabezpieczający data_ważności_karty platnost_karty bezpečnostní_kód
        ACC  numer_klienta nr_klienta karta_lojalnościowa numer_członkowski číslo_zákazníka zákaznické_číslo věrnostní_karta číslo_klienta broj_kupca broj_člana številka_stranke nr_odbiorcy
        SAL  wynagrodzenie pensja zarobki płaca dochód dochody dochód_roczny pensja_brutto pensja_netto wynagrodzenie_brutto saldo_konta premia_pracownika plat mzda hrubá_mzda čistá_mzda příjem roční_příjem zůstatek zůstatek_účtu mzda príjem plaća plata_osobe bruto_plaća neto_plaća prihodi dohodak stanje_računa placa_bruto osebni_dohodek
        VIN  nr_vin numer_vin numer_nadwozia číslo_karoserie broj_šasije številka_šasije
        PLT  nr_rejestracyjny numer_rejestracyjny tablica_rejestracyjna rejestracja spz rz státní_poznávací_značka registrační_značka poznávací_značka evidenčné_číslo_vozidla ečv registarska_oznaka registracija tablice_vozila registrska_številka
        DEV  numer_seryjny nr_seryjny sériové_číslo serijski_broj serijska_številka
        IPA  adres_ip ip_adresa ip_naslov
        USR  nazwa_użytkownika użytkownik_login uživatelské_jméno uživatel_login používateľské_meno korisničko_ime korisnicko_ime uporabniško_ime
        USR? użytkownik uživatel používateľ korisnik uporabnik
        PWD  hasło haslo_hash hasło_użytkownika heslo heslo_hash lozinka zaporka geslo bezpečnostní_otázka pytanie_pomocnicze
        SEC  klucz_api klucz_prywatny sekret api_klíč tajný_klíč soukromý_klíč tajni_ključ
        SES  sesja id_sesji relace_id sjednica id_sjednice
        REL  wyznanie religia przekonania_religijne náboženství vyznání náboženstvo vjera vjeroispovijest vera_osebe religija
        ETH  pochodzenie_etniczne narodowość_etniczna rasa etnická_příslušnost etnikum národnost etnička_pripadnost nacionalna_pripadnost
        POL  przynależność_partyjna poglądy_polityczne partia_polityczna politická_příslušnost politická_strana politička_stranka stranačka_pripadnost politično_prepričanje
        UNI  związek_zawodowy związki_zawodowe odbory_členství odborová_organizace sindikat članstvo_u_sindikatu
        SEX  orientacja_seksualna sexuální_orientace sexuálna_orientácia seksualna_orijentacija spolna_usmerjenost
        CRM  karalność wyrok wyroki przestępstwo niekaralność trestní_rejstřík trestný_čin odsouzení kazneno_djelo osuđivanost kazenska_evidenca
        OID  numer_albumu nr_albumu nr_indeksu numer_indeksu numer_pracownika nr_pracownika numer_legitymacji osobní_číslo číslo_zaměstnance číslo_studenta jmbag broj_zaposlenika matični_broj_studenta vpisna_številka nr_ewidencyjny_pracownika
        TXT? uwagi uwaga notatka notatki komentarz komentarze wiadomość opis_zgłoszenia treść_wiadomości poznámka poznámky komentář zpráva zpráva_text správa poznamka napomena napomene bilješka bilješke poruka komentar opomba opombe skarga reklamace_text stížnost
        GND  płeć pohlaví pohlavie spol_osobe spol
        NAT  obywatelstwo narodowość kraj_urodzenia státní_občanství občanství štátne_občianstvo državljanstvo země_narození
        MAR  stan_cywilny rodinný_stav bračno_stanje bračni_status zakonski_stan
        OCC  zawód stanowisko povolání pracovní_pozice zaměstnání zanimanje radno_mjesto poklic povolanie delovno_mesto
        person klient klienci klienta pacjent pacjenci pacjenta pracownik pracownicy pracownika osoba osoby członek członkowie student studenci uczeń uczniowie ucznia nauczyciel dziecko rodzic matka ojciec kierowca najemca gość darczyńca obywatel mieszkaniec ubezpieczony zákazník zákazníci pacienti zaměstnanec zaměstnanci žák žáci dítě rodič otec řidič nájemník občan člen členové
        person zamestnanec zamestnanci dieťa kupac kupci pacijent pacijenti zaposlenik zaposlenici djelatnik učenik učenici dijete roditelj vozač gost građanin stranka stranke_oseba zaposleni otrok starš voznik učitel učiteľ
        thing produkt produkty towar firma dostawca dostawcy dział kategoria projekt plik dokument zamówienie zamówienia faktura faktury sklep magazyn województwo region marka model urządzenie maszyna pojazd kurs przedmiot szkoła szpital oddział rola książka producent výrobek zboží dodavatel oddělení objednávka objednávky obchod sklad země značka zařízení stroj vozidlo předmět škola nemocnice pobočka
        thing kniha výrobce proizvod proizvodi tvrtka dobavljač odjel narudžba račun_ispostavljen trgovina skladište država županija marka_vozila uređaj vozilo kolegij bolnica podružnica izdelek podjetje dobavitelj naročilo
        harmless ilość cena kwota wartość waluta jednostka data_zamówienia data_utworzenia data_modyfikacji data_faktury aktywny nazwa_produktu nazwa_firmy nazwa_towaru nazwa_kategorii nazwa_pliku opis opis_produktu stan_magazynowy kolor rozmiar waga_produktu numer_zamówienia numer_faktury kraj język rabat data_wysyłki status_zamówienia regon krs
        harmless množství částka hodnota měna datum_objednávky datum_vytvoření datum_faktury aktivní název název_produktu název_firmy popis barva velikost_produktu číslo_objednávky číslo_faktury jazyk sleva ičo ico stát množstvo suma mena názov názov_produktu dátum_objednávky farba količina cijena iznos valuta datum_narudžbe naziv naziv_proizvoda naziv_tvrtke opis boja broj_narudžbe
        harmless količina znesek datum_naročila naziv_izdelka barva jezik
        weak typ liczba ilość rodzaj zweryfikowany aktywna počet druh ověřeno ověřený broj_od vrsta število długość
        id numer číslo broj številka identyfikator klucz kod kód šifra oznaka lp sygnatura symbol oznaczenie
        filler i oraz w na do od z ze dla přes u pro pri nr data datum dátum numer domowy służbowy prywatny główny nowy stary stały domácí pracovní soukromý hlavní nový starý trvalý privatni kućni
        """;
}
