namespace Causum.Domain.Sensitivity.Names;

/// <summary>German and Dutch column-name words. Format: <see cref="WordList"/>.</summary>
internal static class GermanicWords
{
    public const string Table = """
        NAM  vorname nachname familienname geburtsname mädchenname rufname vollname vollständiger_name zuname inhaber kontoinhaber karteninhaber kundenname patientenname mitarbeitername ansprechpartner kontaktperson ehepartner ehegatte vormund empfänger empfängername absendername versicherter versicherungsnehmer name_kunde name_patient vor_und_nachname begünstigter
        NAM  hausarzt behandelnder_arzt arztname schülername studentenname mietername name_vater name_mutter notfallkontakt spitzname titel_name name_inhaber zweitname gläubiger schuldner erziehungsberechtigter lehrername bearbeitername betreuer vertreter_name kundenbetreuer fahrername halter
        NAM  voornaam achternaam familienaam tussenvoegsel volledige_naam roepnaam geboortenaam meisjesnaam klantnaam patiëntnaam naam_klant contactpersoon voorletters rekeninghouder kaarthouder medewerkernaam begunstigde partnernaam bijnaam huisarts ontvanger behandelaar volledigenaam voorvoegsel noodcontact verzekerde ouder_naam
        NAM? arzt bearbeiter sachbearbeiter ersteller betreuer_name fahrer mieter besitzer eigentümer absender autor kontakt naam arts eigenaar verkoper afzender auteur_naam contact_naam lehrer käufer verkäufer
        EML  mailadresse emailadresse e_mail_adresse elektronische_post epost_adresse emailadres e_mailadres mailadres kontaktmail mailkontakt
        PHN  telefon telefonnummer telefonnr telefonnr_privat handy handynummer handynr mobilnummer mobiltelefon mobilfunk mobilfunknummer rufnummer festnetz festnetznummer durchwahl telnr tel_nr tel_privat tel_geschäftlich mobil telefon_mobil telefoon telefoonnummer telefoonnr mobiel mobiel_nummer mobiele_telefoon gsm_nummer tel_nummer telefoon_mobiel telefonkontakt mobilnr
        FAX  faxnummer telefaxnummer faxnr
        ADR  straße strassenname hausnummer hausnr anschrift adresse_kunde wohnanschrift postanschrift lieferadresse rechnungsadresse adresszeile wohnadresse adresszusatz heimatadresse privatadresse straße_hausnummer straße_nr rechnungsanschrift lieferanschrift postfach str_nr wohnungsnummer meldeadresse
        ADR  straat straatnaam huisnummer adres woonadres postadres bezorgadres factuuradres adresregel toevoeging_huisnummer verzendadres afleveradres huisnr huisletter
        ADR? str hausnummerzusatz huisnummertoevoeging zusatz etage
        CTY  ort wohnort stadt geburtsort ortschaft ortsteil gemeinde geburtsstadt stadtteil wohnsitz plaats woonplaats geboorteplaats gemeente stad plaatsnaam ortsname rechnungsort lieferort
        ZIP  plz postleitzahl postcode pc6 plz_ort
        GEO  koordinaten breitengrad längengrad standort_gps geografische_breite geografische_länge breedtegraad lengtegraad coördinaten
        DOB  geburtsdatum geburtstag geburt gebdatum geb_datum gebdat geboren geboren_am geburtsjahr gebtag geboortedatum geboorte gebdat geboortejaar geboortedag geb_dat
        DTE  aufnahmedatum entlassungsdatum sterbedatum todesdatum todestag tod behandlungsdatum operationsdatum impfdatum untersuchungsdatum terminzeit eintrittsdatum austrittsdatum verstorben_am opnamedatum ontslagdatum overlijdensdatum overlijden behandeldatum consultdatum vaccinatiedatum datum_overlijden datum_indiensttreding krankmeldung_von hochzeitsdatum diagnosedatum
        AGE  alter lebensalter leeftijd alter_jahre
        SSN  sozialversicherungsnummer sozialversicherung sv_nummer svnr sv_nr rentenversicherungsnummer rentenversicherung rvnr ahv ahv_nummer ahv_nr ahvn13 sozialversicherungsnr rv_nummer versicherungsnummer_rv socialezekerheidsnummer sofinummer sofi_nummer insz
        NID  personalausweis personalausweisnummer ausweisnummer ausweisnr perso_nr identitätsnummer personenkennzeichen personenkennziffer identifikationsnummer_person aufenthaltstitel bsn burgerservicenummer identiteitskaart identiteitsnummer rijksregisternummer rijksregisternr id_kaart documentnummer vreemdelingennummer personalausweisnr
        TAX  steuernummer steuer_id steueridentifikationsnummer steuerid idnr steueridnr steuer_identifikationsnummer steuernr steuer_nr tin_nummer fiscaal_nummer belastingnummer btw_nummer_persoon tin_nr steueridentnr
        PAS  reisepass reisepassnummer passnummer passnr paspoort paspoortnummer paspoortnr
        DRV  führerschein führerscheinnummer führerscheinnr fahrerlaubnis rijbewijs rijbewijsnummer
        LIC  approbation approbationsnummer lanr arztnummer lebenslange_arztnummer big_nummer big_registratie zulassungsnummer
        MRN  patientennummer patienten_id patientennr patientenid fallnummer krankenakte aktenzeichen_patient patient_nr aufnahmenummer patiëntnummer patiënt_id dossiernummer zorgdossier patientnummer fallnr
        HPN  krankenversicherungsnummer versichertennummer kvnr versichertennr krankenkassennummer krankenversicherung versicherungsnummer versicherungsnr policennummer gesundheitskarte egk_nummer versicherten_id zorgverzekering zorgpolis polisnummer verzekeringsnummer verzekerdennummer uzovi zorgverzekeringsnummer versicherungsschein
        DGN  diagnose diagnosen diagnosecode befund befunde erkrankung krankheit krankheiten vorerkrankung vorerkrankungen allergie_patient medikament medikamente medikation therapie behandlung blutgruppe behinderung grad_der_behinderung gdb schwerbehinderung symptome symptom_beschreibung krankmeldung arbeitsunfähigkeit rezept verordnung arznei wirkstoff pflegegrad pflegestufe raucher laborwert laborwerte blutdruck anamnese impfung impfstoff
        DGN  aandoening aandoeningen ziekte ziekten medicijn medicijnen medicatie behandeling bloedgroep allergie_patiënt allergieën klachten ziekmelding ziekteverzuim beperking arbeidsongeschiktheid recept voorschrift laboruitslag uitslag gezondheid symptomen gesundheitszustand arztbrief entlassungsbrief krankheitstage
        BIO  fingerabdruck gesichtserkennung gesichtsbild stimmprofil vingerafdruk gezichtsherkenning
        IMG  passbild passfoto lichtbild profilbild profielfoto pasfoto
        IBN  iban_nummer iban_kunde ibannr
        BAN  kontonummer kontonr bankkonto konto bankverbindung bankleitzahl blz kto_nr ktonr bankkonto_nummer rekening rekeningnummer bankrekening bankrekeningnummer banknummer kontonr_kunde mandatsreferenz gegenrekening tegenrekening auftraggeberkonto empfängerkonto
        CCN  kartennummer kreditkarte kreditkartennummer kreditkartennr kartennr creditcardnummer kaartnummer bankpas pasnummer karten_nr
        CVV  prüfnummer kartenprüfnummer kartenprüfziffer sicherheitscode gültig_bis_karte vervaldatum_kaart beveiligingscode kpn_code
        ACC  kundennummer kundennr kunden_nr kundenkonto mitgliedsnummer mitgliedsnr kundenkarte kundenkartennummer treuekarte vielfliegernummer zählernummer klantnummer klantnr klant_nr lidnummer lidmaatschapsnummer klantenkaart bonuskaart mitglieds_nr vertragskonto
        SAL  gehalt lohn bruttogehalt nettogehalt bruttolohn nettolohn jahresgehalt einkommen jahreseinkommen monatsgehalt grundgehalt vergütung entgelt kontostand besoldung rente guthaben salaris brutosalaris nettosalaris inkomen jaarinkomen loon maandsalaris jaarsalaris bruto_loon schulden kreditlimit stundenlohn uurloon haushaltseinkommen lohnsteuer saldo_rekening
        VIN  fahrgestellnummer fahrzeugidentifikationsnummer fahrgestellnr fin_nummer fahrzeug_ident_nr chassisnummer voertuigidentificatienummer fahrzeugidentnummer
        PLT  kennzeichen autokennzeichen kfz_kennzeichen nummernschild kfz_kz kenteken kentekennummer nummerplaat amtliches_kennzeichen
        DEV  seriennummer gerätenummer geräte_id seriennr serienummer apparaat_id
        IPA  ip_adresse ipadresse ip_adres ipadres
        USR  benutzername nutzername anmeldename benutzerkennung loginname gebruikersnaam inlognaam benutzer_login nutzerkennung
        USR? benutzer nutzer gebruiker
        PWD  passwort kennwort passwort_hash wachtwoord wachtwoord_hash sicherheitsfrage sicherheitsantwort losungswort geheimzahl wachtzin pincode zugangscode
        SEC  geheimnis schlüssel_privat zugangsschlüssel api_schlüssel api_sleutel geheime_sleutel zugangsdaten toegangscode
        SES  sitzung sitzungs_id sessie sessie_id sitzungskennung
        REL  konfession religionszugehörigkeit glaube kirchenzugehörigkeit kirchensteuer kirchensteuermerkmal godsdienst geloof geloofsovertuiging religie kerkgenootschap
        ETH  ethnie ethnische_herkunft rasse herkunft_ethnisch etniciteit etnische_afkomst ras_etnisch migrationshintergrund abstammung
        POL  partei parteizugehörigkeit politische_meinung politische_einstellung partijlidmaatschap politieke_voorkeur politieke_partij
        UNI  gewerkschaft gewerkschaftsmitglied gewerkschaftszugehörigkeit vakbond vakbondslid vakbondslidmaatschap
        SEX  sexuelle_orientierung sexualität sexualleben seksuele_geaardheid seksuele_voorkeur geaardheid
        CRM  vorstrafe vorstrafen straftat verurteilung führungszeugnis delikt strafregister strafblad veroordeling veroordelingen misdrijf
        OID  personalnummer personalnr mitarbeiternummer mitarbeiternr matrikelnummer matrikelnr dienstausweis häftlingsnummer schülernummer personeelsnummer medewerkersnummer studentnummer studentennummer leerlingnummer medewerkernummer immatrikulationsnummer dienstnummer mitarbeiter_id mitarbeiterid
        TXT? bemerkung bemerkungen notiz notizen kommentar kommentare anmerkung anmerkungen freitext nachricht hinweise hinweis beschreibung_fall rückmeldung beschwerde opmerking opmerkingen notitie notities commentaar bericht toelichting klacht gesprächsnotiz lebenslauf verlauf
        GND  geschlecht anrede geslacht aanhef gender_kennz
        NAT  nationalität staatsangehörigkeit staatsbürgerschaft geburtsland nationaliteit geboorteland
        MAR  familienstand zivilstand ehestand burgerlijke_staat burgelijke_staat
        OCC  beruf berufsbezeichnung stellenbezeichnung tätigkeit position_bezeichnung beroep functie functietitel stelle jobbezeichnung
        person kunde kunden patient patienten mitarbeiter mitarbeiterin personen mitglied mitglieder schüler studenten student benutzer_stamm nutzer_stamm bewerber angestellter angestellte arbeitnehmer kind kinder mutter vater eltern vermieter gast gäste spender bürger einwohner versicherte käuferin klienten klient kontakte angehöriger
        person klant klanten patiënt patiënten medewerker medewerkers werknemer werknemers persoon personen leerling leerlingen cliënt cliënten lid leden burger burgers inwoner inwoners bewoner ouder ouders kinderen moeder vader huurder passagier deelnemer
        thing produkt produkte artikel firma unternehmen lieferant lieferanten abteilung kategorie projekt datei dokument bestellung bestellungen auftrag rechnung filiale lager land bundesland region marke modell gerät maschine fahrzeug kurs fach schule krankenhaus niederlassung verein team rolle ereignis warengruppe buch hersteller
        thing product bedrijf leverancier leveranciers afdeling categorie bestelling bestellingen factuur winkel magazijn land provincie merk apparaat voertuig vak school ziekenhuis vestiging rol gebeurtenis fabrikant boek vereniging artikelen producten
        harmless lagerort lagerplatz menge preis betrag gesamtbetrag währung mwst steuersatz einheit bestelldatum rechnungsdatum lieferdatum erstellt_am geändert_am erstelldatum änderungsdatum aktiv artikelname artikelbezeichnung produktname bezeichnung firmenname abteilungsname projektname dateiname kategoriename produktbeschreibung bestand lagerbestand farbe größe gewicht artikelnummer bestellnummer rechnungsnummer auftragsnummer
        harmless sprache länderkürzel anzahl rabatt versandart zahlungsart lieferstatus gültig_ab gültig_bis startdatum enddatum fälligkeitsdatum hoeveelheid prijs bedrag totaalbedrag valuta btw eenheid besteldatum factuurdatum leverdatum aangemaakt_op gewijzigd_op actief artikelnaam productnaam omschrijving bedrijfsnaam afdelingsnaam bestandsnaam categorienaam
        harmless voorraad kleur grootte gewicht artikelnummer bestelnummer factuurnummer ordernummer taal korting verzendwijze betaalwijze startdatum einddatum vervaldatum geldig_tot productomschrijving status kundentyp kundengruppe klanttype
        weak anzahl_der typ art gültig bestätigt aktiv_kz aantal geldig geverifieerd actief_vlag soort gesamtzahl länge lengte quote klasse gruppe
        id nummer nr schlüssel kennung kennziffer kürzel bezeichner sleutel kenmerk volgnummer lfd_nr lfdnr referenz referentie aktenzeichen
        filler der die das des und von zu im am an bei für mit ohne privat geschäftlich dienstlich haupt neben neu alt van het een op bij voor met zonder oud nieuw prive zakelijk thuis werk datum tag zeit kz kennz angabe angaben daten gegevens
        """;
}
