<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>letters</name>
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
      <source>%n letters made</source>
      <translation>
        <numerusform>%n brief opgemaakt</numerusform>
        <numerusform>%n brieven opgemaakt</numerusform>
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
    <message>
      <source>Acknowledgement</source>
      <translation>Ontvangstbevestiging</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
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
      <source>First make the letter final; then you can record its dispatch.</source>
      <translation>Maak de brief eerst definitief; daarna kun je de verzending noteren.</translation>
    </message>
    <message>
      <source>Folder for the letters</source>
      <translation>Map voor de brieven</translation>
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
      <source>Organisation</source>
      <translation>Organisatie</translation>
    </message>
    <message>
      <source>Outcome of rebuttal</source>
      <translation>Uitkomst weerwoord</translation>
    </message>
    <message>
      <source>Postal reference</source>
      <translation>Nummer van de zending</translation>
    </message>
    <message>
      <source>Presented on</source>
      <translation>Aangeboden op</translation>
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
      <source>Rebuttal: until {day}, {hour}.</source>
      <translation>Weerwoord: tot en met {day}, {hour}.</translation>
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
      <source>Recorded by mistake and undone at once</source>
      <translation>Bij vergissing genoteerd en meteen ongedaan gemaakt</translation>
    </message>
    <message>
      <source>Reserve</source>
      <translation>Reserve</translation>
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
      <source>Status</source>
      <translation>Status</translation>
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
      <source>What the check found</source>
      <translation>Wat de controle vond</translation>
    </message>
    <message>
      <source>Writes the letters that have not been sent into a folder</source>
      <translation>Schrijft de brieven die nog niet verstuurd zijn in een map</translation>
    </message>
    <message>
      <source>Writing the letters…</source>
      <translation>De brieven worden bewaard…</translation>
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
      <source>draft</source>
      <translation>concept</translation>
    </message>
    <message>
      <source>final</source>
      <translation>definitief</translation>
    </message>
    <message>
      <source>out of date</source>
      <translation>verouderd</translation>
    </message>
    <message>
      <source>overtaken</source>
      <translation>achterhaald</translation>
    </message>
    <message>
      <source>presented on {day}</source>
      <translation>aangeboden op {day}</translation>
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
      <source>the day of presentation is not known yet</source>
      <translation>de dag van aanbieding is nog niet bekend</translation>
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
      <source>{sent} of {all} sent</source>
      <translation>{sent} van {all} verstuurd</translation>
    </message>
  </context>
</TS>
