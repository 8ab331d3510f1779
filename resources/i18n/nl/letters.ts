<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>letters</name>
    <message numerus="yes">
      <source>%n final letters come into a new folder, each as a PDF, with a list.</source>
      <translation>
        <numerusform>De definitieve brief komt als PDF in een nieuwe map, met een lijst.</numerusform>
        <numerusform>%n definitieve brieven komen in een nieuwe map, elk als PDF, met een lijst.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n legal texts have still to be approved by a lawyer: Settings, “Text blocks”.</source>
      <translation>
        <numerusform>%n wettelijke tekst is nog door een jurist goed te keuren: Instellingen, “Tekstblokken”.</numerusform>
        <numerusform>%n wettelijke teksten zijn nog door een jurist goed te keuren: Instellingen, “Tekstblokken”.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters are final</source>
      <translation>
        <numerusform>%n brief is definitief</numerusform>
        <numerusform>%n brieven zijn definitief</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters are recorded as sent.</source>
      <translation>
        <numerusform>%n brief is genoteerd als verstuurd.</numerusform>
        <numerusform>%n brieven zijn genoteerd als verstuurd.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters made</source>
      <translation>
        <numerusform>%n brief opgemaakt</numerusform>
        <numerusform>%n brieven opgemaakt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters set out in “{folder}”.</source>
      <translation>
        <numerusform>1 brief klaargezet in “{folder}”.</numerusform>
        <numerusform>%n brieven klaargezet in “{folder}”.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters signed</source>
      <translation>
        <numerusform>1 brief ondertekend</numerusform>
        <numerusform>%n brieven ondertekend</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letters stay drafts: something in them is not right yet.</source>
      <translation>
        <numerusform>%n brief blijft een concept: er klopt nog iets niet in.</numerusform>
        <numerusform>%n brieven blijven een concept: er klopt nog iets niet in.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n remarks that do not stop the letter</source>
      <translation>
        <numerusform>%n opmerking die de brief niet tegenhoudt</numerusform>
        <numerusform>%n opmerkingen die de brief niet tegenhouden</numerusform>
      </translation>
    </message>
    <message>
      <source>A letter cannot be presented before it left.</source>
      <translation>Een brief kan niet aangeboden zijn voor hij vertrok.</translation>
    </message>
    <message numerus="yes">
      <source>A mail draft (.eml) for each of the %n letters by e-mail</source>
      <translation>
        <numerusform>Een mailconcept (.eml) voor de brief per e-mail</numerusform>
        <numerusform>Een mailconcept (.eml) voor elk van de %n brieven per e-mail</numerusform>
      </translation>
    </message>
    <message>
      <source>Above the address the letter says: {channel}.</source>
      <translation>Boven het adres zegt de brief: {channel}.</translation>
    </message>
    <message>
      <source>Acknowledgement</source>
      <translation>Ontvangstbevestiging</translation>
    </message>
    <message numerus="yes">
      <source>All %n letters</source>
      <translation>
        <numerusform>Alleen deze brief</numerusform>
        <numerusform>Alle %n brieven</numerusform>
      </translation>
    </message>
    <message>
      <source>Answer comes later</source>
      <translation>Antwoord komt later</translation>
    </message>
    <message>
      <source>As it stands now. It is kept with the letter as soon as that is made.</source>
      <translation>Zoals het nu is. Het wordt bij de brief bewaard zodra die gemaakt is.</translation>
    </message>
    <message>
      <source>As it stood when the letter was made; the dossier keeps it with the letter.</source>
      <translation>Zoals het was toen de brief gemaakt werd; het dossier bewaart het bij de brief.</translation>
    </message>
    <message>
      <source>Browse…</source>
      <translation>Bladeren…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Card or token</source>
      <translation>Kaart of token</translation>
    </message>
    <message>
      <source>Certificate</source>
      <translation>Certificaat</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Kies een map…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Each letter gets an invisible electronic signature. The PDF without it stays as it is.</source>
      <translation>Elke brief krijgt een onzichtbare elektronische handtekening. De PDF zonder handtekening blijft zoals hij is.</translation>
    </message>
    <message>
      <source>Each letter goes to the address of its candidate.</source>
      <translation>Elke brief gaat naar het adres van zijn kandidaat.</translation>
    </message>
    <message>
      <source>Edit texts</source>
      <translation>Teksten bewerken</translation>
    </message>
    <message>
      <source>Every letter has been made.</source>
      <translation>Alle brieven zijn gemaakt.</translation>
    </message>
    <message>
      <source>First choose letters that are final; then you can sign them.</source>
      <translation>Kies eerst brieven die definitief zijn; dan kun je ze ondertekenen.</translation>
    </message>
    <message>
      <source>First make the letter final; then you can record its dispatch.</source>
      <translation>Maak de brief eerst definitief; daarna kun je de verzending noteren.</translation>
    </message>
    <message>
      <source>Folder for the Word drafts</source>
      <translation>Map voor de Word-concepten</translation>
    </message>
    <message>
      <source>Folder for the letters</source>
      <translation>Map voor de brieven</translation>
    </message>
    <message>
      <source>Folder in which the letters are set out</source>
      <translation>Map waarin de brieven klaargezet worden</translation>
    </message>
    <message>
      <source>For example: mailbox unknown, or not collected at the post office</source>
      <translation>Bijvoorbeeld: mailbox onbekend, of niet afgehaald op het postkantoor</translation>
    </message>
    <message>
      <source>For example: the read receipt, or the answer of the candidate</source>
      <translation>Bijvoorbeeld: de leesbevestiging, of het antwoord van de kandidaat</translation>
    </message>
    <message>
      <source>Give {count} numbers, one on each line: {letters}. Or write why there is none.</source>
      <translation>Geef {count} nummers, één per regel: {letters}. Of schrijf waarom er geen is.</translation>
    </message>
    <message>
      <source>How</source>
      <translation>Hoe</translation>
    </message>
    <message>
      <source>Inadmissible</source>
      <translation>Niet ontvankelijk</translation>
    </message>
    <message>
      <source>Invitation to pitch</source>
      <translation>Uitnodiging pitch</translation>
    </message>
    <message>
      <source>Is this as it should be?</source>
      <translation>Is dit zoals het moet?</translation>
    </message>
    <message>
      <source>It came back</source>
      <translation>Hij kwam terug</translation>
    </message>
    <message>
      <source>It came back from {address}: {reason}.</source>
      <translation>Hij kwam terug van {address}: {reason}.</translation>
    </message>
    <message>
      <source>It comes with the software of the card or token: a file that ends in .dll, .so or .dylib.</source>
      <translation>Ze komt met de software van de kaart of de token mee: een bestand dat eindigt op .dll, .so of .dylib.</translation>
    </message>
    <message>
      <source>It is used once and kept nowhere.</source>
      <translation>Hij dient één keer en wordt nergens bewaard.</translation>
    </message>
    <message>
      <source>It stands on the proof of posting.</source>
      <translation>Het staat op het bewijs van afgifte.</translation>
    </message>
    <message>
      <source>It was received</source>
      <translation>Hij is ontvangen</translation>
    </message>
    <message>
      <source>Key (.p12 or .pfx)</source>
      <translation>Sleutel (.p12 of .pfx)</translation>
    </message>
    <message>
      <source>Key file</source>
      <translation>Sleutelbestand</translation>
    </message>
    <message>
      <source>Key to sign with</source>
      <translation>Sleutel om mee te ondertekenen</translation>
    </message>
    <message>
      <source>Leave it empty when the card reader asks for it. It is used once and kept nowhere.</source>
      <translation>Laat leeg als de kaartlezer ze zelf vraagt. Ze wordt één keer gebruikt en nergens bewaard.</translation>
    </message>
    <message>
      <source>Leaves on</source>
      <translation>Vertrekt op</translation>
    </message>
    <message>
      <source>Left on</source>
      <translation>Vertrokken op</translation>
    </message>
    <message>
      <source>Letter</source>
      <translation>Brief</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation>Brieven</translation>
    </message>
    <message>
      <source>Letters follow from what you and the jury decide: late, invited, selected or not.</source>
      <translation>Brieven volgen uit wat jij en de jury beslissen: laattijdig, uitgenodigd, geselecteerd of niet.</translation>
    </message>
    <message>
      <source>Library of the card (PKCS#11)</source>
      <translation>Bibliotheek van de kaart (PKCS#11)</translation>
    </message>
    <message>
      <source>Made to leave {channel} on {day}</source>
      <translation>Opgemaakt voor verzending {channel} op {day}</translation>
    </message>
    <message numerus="yes">
      <source>Make %n letters</source>
      <translation>
        <numerusform>%n brief opmaken</numerusform>
        <numerusform>%n brieven opmaken</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Make %n letters final</source>
      <translation>
        <numerusform>%n brief definitief maken</numerusform>
        <numerusform>%n brieven definitief maken</numerusform>
      </translation>
    </message>
    <message>
      <source>Make chosen letters final</source>
      <translation>Gekozen brieven definitief maken</translation>
    </message>
    <message>
      <source>Make final</source>
      <translation>Definitief maken</translation>
    </message>
    <message>
      <source>Make final as it is</source>
      <translation>Toch definitief maken</translation>
    </message>
    <message>
      <source>Make letters</source>
      <translation>Brieven opmaken</translation>
    </message>
    <message>
      <source>Make letters final</source>
      <translation>Brieven definitief maken</translation>
    </message>
    <message>
      <source>Making the letters…</source>
      <translation>De brieven worden opgemaakt…</translation>
    </message>
    <message>
      <source>New appointment for the pitch</source>
      <translation>Nieuwe afspraak voor de pitch</translation>
    </message>
    <message>
      <source>No letter is owed yet</source>
      <translation>Er is nog geen brief te versturen</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <source>Not selected</source>
      <translation>Niet geselecteerd</translation>
    </message>
    <message>
      <source>Not shortlisted</source>
      <translation>Niet weerhouden</translation>
    </message>
    <message>
      <source>Nothing is sent. Record the dispatch here once they have left.</source>
      <translation>Er wordt niets verstuurd. Noteer hier de verzending zodra ze vertrokken zijn.</translation>
    </message>
    <message>
      <source>Nothing to print</source>
      <translation>Niets om af te drukken</translation>
    </message>
    <message>
      <source>On</source>
      <translation>Op</translation>
    </message>
    <message>
      <source>One PDF to print, with a sheet to try on your envelopes</source>
      <translation>Eén PDF om af te drukken, met een proefblad voor je omslagen</translation>
    </message>
    <message>
      <source>One on each line, in this order: {letters}.</source>
      <translation>Eén per regel, in deze volgorde: {letters}.</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Map openen</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisatie</translation>
    </message>
    <message>
      <source>Outcome of rebuttal</source>
      <translation>Uitkomst weerwoord</translation>
    </message>
    <message>
      <source>PIN</source>
      <translation>Pincode</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Wachtwoordzin</translation>
    </message>
    <message>
      <source>Postal reference</source>
      <translation>Nummer van de zending</translation>
    </message>
    <message>
      <source>Postal references</source>
      <translation>Nummers van de zendingen</translation>
    </message>
    <message>
      <source>Presented on</source>
      <translation>Aangeboden op</translation>
    </message>
    <message>
      <source>Puts final letters into a folder: PDFs, mail drafts, one file to print and a list</source>
      <translation>Zet definitieve brieven in een map: PDF's, mailconcepten, één bestand om af te drukken en een lijst</translation>
    </message>
    <message>
      <source>Read the card</source>
      <translation>Kaart lezen</translation>
    </message>
    <message>
      <source>Reading the card…</source>
      <translation>De kaart wordt gelezen…</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reden</translation>
    </message>
    <message>
      <source>Rebuttal received</source>
      <translation>Ontvangst weerwoord</translation>
    </message>
    <message>
      <source>Rebuttal: until {day}, {hour} at the earliest. The days count from the presentation.</source>
      <translation>Weerwoord: ten vroegste tot en met {day}, {hour}. De dagen tellen vanaf de aanbieding; die is nog niet bekend.</translation>
    </message>
    <message>
      <source>Rebuttal: until {day}, {hour}.</source>
      <translation>Weerwoord: tot en met {day}, {hour}.</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>Noteren</translation>
    </message>
    <message>
      <source>Record dispatch</source>
      <translation>Verzending noteren</translation>
    </message>
    <message numerus="yes">
      <source>Record dispatch of %n letters…</source>
      <translation>
        <numerusform>Verzending van %n brief noteren…</numerusform>
        <numerusform>Verzending van %n brieven noteren…</numerusform>
      </translation>
    </message>
    <message>
      <source>Record dispatch of chosen letters…</source>
      <translation>Verzending van gekozen brieven noteren…</translation>
    </message>
    <message>
      <source>Record dispatch…</source>
      <translation>Verzending noteren…</translation>
    </message>
    <message>
      <source>Record presentation</source>
      <translation>Aanbieding noteren</translation>
    </message>
    <message>
      <source>Record presentation…</source>
      <translation>Aanbieding noteren…</translation>
    </message>
    <message>
      <source>Record what became of a letter</source>
      <translation>Noteren wat er van een brief geworden is</translation>
    </message>
    <message>
      <source>Record what became of a letter…</source>
      <translation>Noteren wat er van een brief geworden is…</translation>
    </message>
    <message>
      <source>Reserve</source>
      <translation>Reserve</translation>
    </message>
    <message>
      <source>Rests on no row: the jury wrote it on its own.</source>
      <translation>Steunt op geen rij: de jury schreef dit zelf.</translation>
    </message>
    <message>
      <source>Revised decision</source>
      <translation>Herziene beslissing</translation>
    </message>
    <message>
      <source>SHA-256 {hash}</source>
      <translation>SHA-256 {hash}</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>Bewaren als PDF…</translation>
    </message>
    <message>
      <source>Save as Word draft…</source>
      <translation>Bewaren als Word-concept…</translation>
    </message>
    <message>
      <source>Say what shows it; that is kept in the dossier.</source>
      <translation>Zeg waaruit het blijkt; dat komt in het dossier.</translation>
    </message>
    <message>
      <source>Say where the letter went to.</source>
      <translation>Vul in waar de brief naartoe ging.</translation>
    </message>
    <message>
      <source>Selected</source>
      <translation>Geselecteerd</translation>
    </message>
    <message>
      <source>Sent on</source>
      <translation>Verstuurd op</translation>
    </message>
    <message>
      <source>Sent on {moment} {channel} to {address}</source>
      <translation>Verstuurd op {moment} {channel} naar {address}</translation>
    </message>
    <message>
      <source>Sent so, the term ends on {day}, {hour}. The later day counts.</source>
      <translation>Zo verstuurd eindigt de termijn op {day}, {hour}. De latere dag geldt.</translation>
    </message>
    <message>
      <source>Set out letters</source>
      <translation>Brieven klaarzetten</translation>
    </message>
    <message>
      <source>Set out to send…</source>
      <translation>Klaarzetten…</translation>
    </message>
    <message>
      <source>Setting out the letters…</source>
      <translation>De brieven worden klaargezet…</translation>
    </message>
    <message numerus="yes">
      <source>Sign %n letters</source>
      <translation>
        <numerusform>Brief ondertekenen</numerusform>
        <numerusform>%n brieven ondertekenen</numerusform>
      </translation>
    </message>
    <message>
      <source>Sign all the same</source>
      <translation>Toch ondertekenen</translation>
    </message>
    <message>
      <source>Sign chosen final letters…</source>
      <translation>Gekozen definitieve brieven ondertekenen…</translation>
    </message>
    <message>
      <source>Sign letters</source>
      <translation>Brieven ondertekenen</translation>
    </message>
    <message>
      <source>Sign with this certificate?</source>
      <translation>Met dit certificaat ondertekenen?</translation>
    </message>
    <message>
      <source>Signing the letters…</source>
      <translation>De brieven worden ondertekend…</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message numerus="yes">
      <source>Stopped after %n letters; the others are as they were.</source>
      <translation>
        <numerusform>Gestopt na %n brief; de andere zijn zoals ze waren.</numerusform>
        <numerusform>Gestopt na %n brieven; de andere zijn zoals ze waren.</numerusform>
      </translation>
    </message>
    <message>
      <source>Take back dispatch</source>
      <translation>Verzending terugnemen</translation>
    </message>
    <message>
      <source>Take back dispatch?</source>
      <translation>Verzending terugnemen?</translation>
    </message>
    <message>
      <source>Take back dispatch…</source>
      <translation>Verzending terugnemen…</translation>
    </message>
    <message>
      <source>Take it over from the proof of posting, or write why there is none.</source>
      <translation>Neem het over van het bewijs van afgifte, of schrijf waarom er geen is.</translation>
    </message>
    <message>
      <source>That is later than {day}, the day that follows from the call.</source>
      <translation>Dat is later dan {day}, de dag die volgt uit de oproep.</translation>
    </message>
    <message numerus="yes">
      <source>The %n letters that leave on paper</source>
      <translation>
        <numerusform>De brief die op papier vertrekt</numerusform>
        <numerusform>De %n brieven die op papier vertrekken</numerusform>
      </translation>
    </message>
    <message>
      <source>The day of presentation is known</source>
      <translation>De dag van aanbieding is bekend</translation>
    </message>
    <message>
      <source>The day stands on the receipt. The rebuttal term counts from there.</source>
      <translation>De dag staat op het ontvangstbewijs. De termijn van het weerwoord telt vanaf die dag.</translation>
    </message>
    <message>
      <source>The letter becomes final again and its term stops. The journal keeps what happened.</source>
      <translation>De brief wordt opnieuw definitief en zijn termijn stopt. Het logboek bewaart wat er gebeurde.</translation>
    </message>
    <message>
      <source>The letter names {day}, {hour} as the last day.</source>
      <translation>De brief noemt {day}, {hour} als laatste dag.</translation>
    </message>
    <message>
      <source>The letters are dated on this day, and name the last day of the rebuttal that follows.</source>
      <translation>De brieven krijgen deze datum en noemen de laatste dag van het weerwoord die erop volgt.</translation>
    </message>
    <message>
      <source>The words of the letters and the legal texts in them</source>
      <translation>De woorden van de brieven en de wettelijke teksten erin</translation>
    </message>
    <message>
      <source>This is how the letter will look; it has not been made yet.</source>
      <translation>Zo zal de brief eruitzien; hij is nog niet opgemaakt.</translation>
    </message>
    <message>
      <source>This letter gives no reasons of the jury yet.</source>
      <translation>Deze brief geeft nog geen redenen van de jury.</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Aan</translation>
    </message>
    <message>
      <source>To deliberation</source>
      <translation>Naar deliberatie</translation>
    </message>
    <message>
      <source>Too late</source>
      <translation>Laattijdig</translation>
    </message>
    <message>
      <source>Two-sided: each letter begins on a sheet of its own</source>
      <translation>Dubbelzijdig: elke brief begint op een nieuw blad</translation>
    </message>
    <message>
      <source>What became of it</source>
      <translation>Wat ervan geworden is</translation>
    </message>
    <message>
      <source>What became of it…</source>
      <translation>Wat ervan geworden is…</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>Wat er gebeurde</translation>
    </message>
    <message>
      <source>What it rests on…</source>
      <translation>Waarop steunt dit?</translation>
    </message>
    <message>
      <source>What shows it</source>
      <translation>Waaruit dat blijkt</translation>
    </message>
    <message>
      <source>What signs</source>
      <translation>Waarmee ondertekend wordt</translation>
    </message>
    <message>
      <source>What the check found</source>
      <translation>Wat de controle vond</translation>
    </message>
    <message>
      <source>What the motivation rests on</source>
      <translation>Waarop de motivering steunt</translation>
    </message>
    <message>
      <source>What the motivation rests on…</source>
      <translation>Waarop de motivering steunt…</translation>
    </message>
    <message>
      <source>Without an address that a mail can go to: {list}.</source>
      <translation>Zonder adres waar een mail heen kan: {list}.</translation>
    </message>
    <message>
      <source>Writing the letters…</source>
      <translation>De brieven worden bewaard…</translation>
    </message>
    <message>
      <source>answered, so it arrived</source>
      <translation>er kwam weerwoord op, dus kwam hij aan</translation>
    </message>
    <message>
      <source>by e-mail</source>
      <translation>per e-mail</translation>
    </message>
    <message>
      <source>by hand</source>
      <translation>afgegeven</translation>
    </message>
    <message>
      <source>came back</source>
      <translation>kwam terug</translation>
    </message>
    <message>
      <source>came back on {moment}: {reason}</source>
      <translation>kwam terug op {moment}: {reason}</translation>
    </message>
    <message>
      <source>changed since: {list}</source>
      <translation>sindsdien veranderd: {list}</translation>
    </message>
    <message>
      <source>decided anew since</source>
      <translation>er werd sindsdien opnieuw beslist</translation>
    </message>
    <message>
      <source>decided anew since: the letter that says so has still to leave</source>
      <translation>er werd sindsdien opnieuw beslist: de brief die dat zegt, moet nog vertrekken</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>concept</translation>
    </message>
    <message>
      <source>final</source>
      <translation>definitief</translation>
    </message>
    <message>
      <source>no score</source>
      <translation>geen score</translation>
    </message>
    <message>
      <source>number {number}</source>
      <translation>nummer {number}</translation>
    </message>
    <message>
      <source>out of date</source>
      <translation>verouderd</translation>
    </message>
    <message>
      <source>out of date: an address, a name, a date or the text of the letter changed since</source>
      <translation>verouderd: sindsdien veranderde een adres, een naam, een datum of de tekst van de brief</translation>
    </message>
    <message>
      <source>outbox eml outlook print batch envelope verzenden</source>
      <translation>postvak uit eml outlook afdrukken omslag verzenden versturen</translation>
    </message>
    <message>
      <source>overtaken</source>
      <translation>achterhaald</translation>
    </message>
    <message>
      <source>pitch</source>
      <translation>pitch</translation>
    </message>
    <message>
      <source>presented on {day}</source>
      <translation>aangeboden op {day}</translation>
    </message>
    <message>
      <source>received on {moment}: {shown}</source>
      <translation>ontvangen op {moment}: {shown}</translation>
    </message>
    <message>
      <source>registered</source>
      <translation>aangetekend</translation>
    </message>
    <message>
      <source>registered with receipt</source>
      <translation>aangetekend met ontvangstbewijs</translation>
    </message>
    <message>
      <source>sent</source>
      <translation>verstuurd</translation>
    </message>
    <message>
      <source>signed, SHA-256 {hash}</source>
      <translation>ondertekend, SHA-256 {hash}</translation>
    </message>
    <message>
      <source>the day of presentation is not known yet</source>
      <translation>de dag van aanbieding is nog niet bekend</translation>
    </message>
    <message>
      <source>the decision</source>
      <translation>de beslissing</translation>
    </message>
    <message>
      <source>the motivation</source>
      <translation>de motivering</translation>
    </message>
    <message>
      <source>the scores</source>
      <translation>de scores</translation>
    </message>
    <message>
      <source>the term</source>
      <translation>de termijn</translation>
    </message>
    <message>
      <source>the texts of the letters</source>
      <translation>de teksten van de brieven</translation>
    </message>
    <message>
      <source>to make</source>
      <translation>te maken</translation>
    </message>
    <message>
      <source>written</source>
      <translation>schriftelijk</translation>
    </message>
    <message>
      <source>{holder} – {card}, until {day}</source>
      <translation>{holder} – {card}, tot {day}</translation>
    </message>
    <message>
      <source>{sent} of {all} sent</source>
      <translation>{sent} van {all} verstuurd</translation>
    </message>
  </context>
</TS>
