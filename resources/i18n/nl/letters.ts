<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>letters</name>
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
      <source>Acknowledgement</source>
      <translation>Ontvangstbevestiging</translation>
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
      <source>How did the letter leave? The moment of now is kept as proof; the weerwoord term starts.</source>
      <translation>Hoe is de brief vertrokken? Het tijdstip van nu wordt bewaard als bewijs; de termijn voor weerwoord begint te lopen.</translation>
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
      <source>Rebuttal received</source>
      <translation>Ontvangst weerwoord</translation>
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
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>This is how the letter will look; it has not been made yet.</source>
      <translation>Zo zal de brief eruitzien; hij is nog niet opgemaakt.</translation>
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
      <source>to make</source>
      <translation>te maken</translation>
    </message>
    <message>
      <source>{sent} of {all} sent</source>
      <translation>{sent} van {all} verstuurd</translation>
    </message>
  </context>
</TS>
