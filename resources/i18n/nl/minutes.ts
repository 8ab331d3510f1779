<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>minutes</name>
    <message numerus="yes">
      <source>%n comments</source>
      <translation>
        <numerusform>%n toelichting</numerusform>
        <numerusform>%n toelichtingen</numerusform>
      </translation>
    </message>
    <message>
      <source>Abstained</source>
      <translation>Onthouding</translation>
    </message>
    <message>
      <source>Against</source>
      <translation>Tegen</translation>
    </message>
    <message>
      <source>Began on</source>
      <translation>Begonnen op</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Chair</source>
      <translation>Voorzitter</translation>
    </message>
    <message>
      <source>Changed on {when} by {who}, from {old} to {new}: {reason}</source>
      <translation>Gewijzigd op {when} door {who}, van {old} naar {new}: {reason}</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Comment</source>
      <translation>Toelichting</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Bevestigen</translation>
    </message>
    <message>
      <source>Confirm as second person</source>
      <translation>Bevestigen als tweede persoon</translation>
    </message>
    <message>
      <source>Confirmed by {name} on {when}.</source>
      <translation>Bevestigd door {name} op {when}.</translation>
    </message>
    <message>
      <source>Consensus</source>
      <translation>Consensus</translation>
    </message>
    <message>
      <source>Dossier.xlsx</source>
      <translation>Dossier.xlsx</translation>
    </message>
    <message>
      <source>Ended on</source>
      <translation>Geëindigd op</translation>
    </message>
    <message>
      <source>Everything as Excel, CSV and JSON…</source>
      <translation>Alles als Excel, CSV en JSON…</translation>
    </message>
    <message>
      <source>Everything as a workbook</source>
      <translation>Alles als werkmap</translation>
    </message>
    <message>
      <source>Everything as a workbook (Excel)…</source>
      <translation>Alles als werkmap (Excel)…</translation>
    </message>
    <message>
      <source>Folder for the tables</source>
      <translation>Map voor de tabellen</translation>
    </message>
    <message>
      <source>Folder for what may be public</source>
      <translation>Map voor wat openbaar mag zijn</translation>
    </message>
    <message>
      <source>Hide comments</source>
      <translation>Toelichtingen verbergen</translation>
    </message>
    <message>
      <source>In favour</source>
      <translation>Voor</translation>
    </message>
    <message>
      <source>It comes back at the end of the discussion, until it has been looked at again.</source>
      <translation>Ze komt op het einde van de bespreking terug, tot de jury ze opnieuw bekeken heeft.</translation>
    </message>
    <message>
      <source>It does not count any more: the juror is kept apart from this candidacy.</source>
      <translation>Deze score telt niet meer mee: het jurylid wordt van deze kandidatuur weggehouden.</translation>
    </message>
    <message>
      <source>It has ended</source>
      <translation>De vergadering is afgelopen</translation>
    </message>
    <message>
      <source>Its letter cannot become final before the jury decided again and somebody confirmed it.</source>
      <translation>Haar brief kan niet definitief worden voor de jury opnieuw beslist heeft en iemand dat bevestigt.</translation>
    </message>
    <message>
      <source>Jurors who were there</source>
      <translation>Juryleden die er waren</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Bewaren</translation>
    </message>
    <message>
      <source>Keep notes</source>
      <translation>Notities bewaren</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Nog eens bekijken</translation>
    </message>
    <message>
      <source>Look again later</source>
      <translation>Later nog eens bekijken</translation>
    </message>
    <message>
      <source>Look again later…</source>
      <translation>Nog eens bekijken…</translation>
    </message>
    <message>
      <source>Look at {reference} again?</source>
      <translation>{reference} nog eens bekijken?</translation>
    </message>
    <message>
      <source>Looked at again</source>
      <translation>Opnieuw bekeken</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>Verslag</translation>
    </message>
    <message>
      <source>Minutes (PDF)…</source>
      <translation>Verslag (pdf)…</translation>
    </message>
    <message>
      <source>Minutes and export</source>
      <translation>Verslag en uitvoer</translation>
    </message>
    <message>
      <source>Minutes without names of jurors…</source>
      <translation>Verslag zonder namen van juryleden…</translation>
    </message>
    <message>
      <source>Minutes-without-names.pdf</source>
      <translation>Verslag-zonder-namen.pdf</translation>
    </message>
    <message>
      <source>Minutes.pdf</source>
      <translation>Verslag.pdf</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notities</translation>
    </message>
    <message>
      <source>Notes of the discussion (for the minutes)</source>
      <translation>Notities van de bespreking (voor het verslag)</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Map openen</translation>
    </message>
    <message>
      <source>Others who were there, such as observers (one a line)</source>
      <translation>Andere aanwezigen, zoals waarnemers (één per regel)</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Plaats</translation>
    </message>
    <message>
      <source>Put in the reasons: {juror}</source>
      <translation>In de motivering zetten: {juror}</translation>
    </message>
    <message>
      <source>Reading everything for the tables…</source>
      <translation>Alles lezen voor de tabellen…</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reden</translation>
    </message>
    <message>
      <source>Rests on the score of {row}</source>
      <translation>Rust op de score van {row}</translation>
    </message>
    <message>
      <source>Rests on this score; show it</source>
      <translation>Rust op deze score; tonen</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Ronde</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Score</translation>
    </message>
    <message>
      <source>Score of {juror}</source>
      <translation>Score van {juror}</translation>
    </message>
    <message>
      <source>Secretary</source>
      <translation>Verslaggever</translation>
    </message>
    <message>
      <source>Send back</source>
      <translation>Terugsturen</translation>
    </message>
    <message>
      <source>Send back…</source>
      <translation>Terugsturen…</translation>
    </message>
    <message>
      <source>Send the decision back?</source>
      <translation>De beslissing terugsturen?</translation>
    </message>
    <message>
      <source>Sent back: {reason}</source>
      <translation>Teruggestuurd: {reason}</translation>
    </message>
    <message>
      <source>Submitted</source>
      <translation>Ingediend</translation>
    </message>
    <message>
      <source>The call asks for four eyes. Kept by {name}; somebody else has to confirm it.</source>
      <translation>De oproep vraagt vier ogen. Bewaard door {name}; iemand anders moet bevestigen.</translation>
    </message>
    <message>
      <source>The decision on {reference} has been confirmed.</source>
      <translation>De beslissing over {reference} is bevestigd.</translation>
    </message>
    <message>
      <source>The decision on {reference} has been sent back.</source>
      <translation>De beslissing over {reference} is teruggestuurd.</translation>
    </message>
    <message>
      <source>The jury agrees on this</source>
      <translation>De jury is het hierover eens</translation>
    </message>
    <message>
      <source>The meeting</source>
      <translation>De vergadering</translation>
    </message>
    <message>
      <source>The meeting has been noted.</source>
      <translation>De vergadering is genoteerd.</translation>
    </message>
    <message>
      <source>The meeting of the jury</source>
      <translation>De vergadering van de jury</translation>
    </message>
    <message>
      <source>The meeting: who was there…</source>
      <translation>De vergadering: wie was er…</translation>
    </message>
    <message>
      <source>The notes on {reference} have been kept.</source>
      <translation>De notities over {reference} zijn bewaard.</translation>
    </message>
    <message>
      <source>The others were absent.</source>
      <translation>De anderen waren afwezig.</translation>
    </message>
    <message>
      <source>The reasons do not rest on this</source>
      <translation>De motivering rust hier niet op</translation>
    </message>
    <message>
      <source>To be looked at again at the end: {reason}</source>
      <translation>Op het einde nog eens te bekijken: {reason}</translation>
    </message>
    <message>
      <source>Vote</source>
      <translation>Stemming</translation>
    </message>
    <message>
      <source>What may be public (Excel, CSV and JSON)…</source>
      <translation>Wat openbaar mag zijn (Excel, CSV en JSON)…</translation>
    </message>
    <message>
      <source>What the jury agreed on {reference} has been kept.</source>
      <translation>Wat de jury over {reference} afsprak, is bewaard.</translation>
    </message>
    <message>
      <source>Writing the files…</source>
      <translation>De bestanden schrijven…</translation>
    </message>
    <message>
      <source>a score changed since</source>
      <translation>een score is sindsdien gewijzigd</translation>
    </message>
    <message>
      <source>consensus</source>
      <translation>consensus</translation>
    </message>
    <message>
      <source>differs from the consensus</source>
      <translation>wijkt af van de consensus</translation>
    </message>
    <message>
      <source>minutes report export excel csv json public redacted attendance verslag</source>
      <translation>verslag notulen uitvoer excel csv json openbaar aanwezig vergadering exporteren</translation>
    </message>
    <message>
      <source>n/a</source>
      <translation>n.v.t.</translation>
    </message>
    <message>
      <source>pitch</source>
      <translation>pitch</translation>
    </message>
    <message>
      <source>scores of the jurors: {values}</source>
      <translation>scores van de juryleden: {values}</translation>
    </message>
    <message>
      <source>written</source>
      <translation>schriftelijk</translation>
    </message>
    <message>
      <source>{juror} {values}</source>
      <translation>{juror} {values}</translation>
    </message>
    <message>
      <source>{juror}, {round}: {value}</source>
      <translation>{juror}, {round}: {value}</translation>
    </message>
    <message>
      <source>{reference} comes back at the end.</source>
      <translation>{reference} komt op het einde terug.</translation>
    </message>
    <message>
      <source>{reference} has been looked at again.</source>
      <translation>{reference} is opnieuw bekeken.</translation>
    </message>
    <message>
      <source>{row} · changed</source>
      <translation>{row} · gewijzigd</translation>
    </message>
  </context>
</TS>
