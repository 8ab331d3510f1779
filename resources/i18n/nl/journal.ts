<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>journal</name>
    <message numerus="yes">
      <source>%n anchors in letters hold.</source>
      <translation>
        <numerusform>Het anker in een brief klopt.</numerusform>
        <numerusform>%n ankers in brieven kloppen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n events shown</source>
      <translation>
        <numerusform>%n gebeurtenis getoond</numerusform>
        <numerusform>%n gebeurtenissen getoond</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n events, newest first</source>
      <translation>
        <numerusform>%n gebeurtenis</numerusform>
        <numerusform>%n gebeurtenissen, de nieuwste eerst</numerusform>
      </translation>
    </message>
    <message>
      <source>(nothing)</source>
      <translation>(niets)</translation>
    </message>
    <message>
      <source>Accounts: who may sign in</source>
      <translation>Accounts: wie zich mag aanmelden</translation>
    </message>
    <message>
      <source>Anchor on paper</source>
      <translation>Anker op papier</translation>
    </message>
    <message>
      <source>Anchor, as it stands there</source>
      <translation>Anker, zoals het er staat</translation>
    </message>
    <message numerus="yes">
      <source>And %n more.</source>
      <translation>
        <numerusform>En nog 1.</numerusform>
        <numerusform>En nog %n.</numerusform>
      </translation>
    </message>
    <message>
      <source>As a folder…</source>
      <translation>Als map…</translation>
    </message>
    <message>
      <source>As one zip file…</source>
      <translation>Als één zipbestand…</translation>
    </message>
    <message>
      <source>At the foot of every letter and at the end of the minutes stands what the journal was then: a number, a colon and characters. Type it over, or drop the file on this page.</source>
      <translation>Onderaan elke brief en op het einde van het verslag staat wat het logboek toen was: een nummer, een dubbele punt en tekens. Tik het over, of sleep het bestand naar deze pagina.</translation>
    </message>
    <message>
      <source>Audit bundle</source>
      <translation>Controlebundel</translation>
    </message>
    <message>
      <source>Audit bundle…</source>
      <translation>Controlebundel…</translation>
    </message>
    <message>
      <source>Candidacy {key}</source>
      <translation>Kandidatuur {key}</translation>
    </message>
    <message>
      <source>Check an anchor on paper…</source>
      <translation>Anker op papier nakijken…</translation>
    </message>
    <message>
      <source>Check the anchor</source>
      <translation>Anker nakijken</translation>
    </message>
    <message>
      <source>Check the anchor in a file…</source>
      <translation>Anker in een bestand nakijken…</translation>
    </message>
    <message>
      <source>Check the dossier</source>
      <translation>Controleer dossier</translation>
    </message>
    <message>
      <source>Checking the dossier…</source>
      <translation>Het dossier wordt gecontroleerd…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Conflict of interest {key}</source>
      <translation>Belangenconflict {key}</translation>
    </message>
    <message>
      <source>Decision and discussion of {key}</source>
      <translation>Beslissing en bespreking van {key}</translation>
    </message>
    <message>
      <source>Event</source>
      <translation>Gebeurtenis</translation>
    </message>
    <message>
      <source>Event {number} · fingerprint {hash}</source>
      <translation>Gebeurtenis {number} · vingerafdruk {hash}</translation>
    </message>
    <message>
      <source>Every subject</source>
      <translation>Elk onderwerp</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Iedereen</translation>
    </message>
    <message>
      <source>Everything in the dossier goes along, also personal data: messages, attachments, scores, letters and the journal. Scores that are still sealed stay out. Who opens it needs no program and no passphrase. The journal notes that you made it, and for whom.</source>
      <translation>Alles in het dossier gaat mee, ook persoonsgegevens: berichten, bijlagen, scores, brieven en het logboek. Scores die nog verzegeld zijn, blijven eruit. Wie de bundel opent, heeft geen programma en geen wachtzin nodig. Het logboek noteert dat jij ze maakte, en voor wie.</translation>
    </message>
    <message numerus="yes">
      <source>Everything is right: %n events, each linked to the one before.</source>
      <translation>
        <numerusform>Alles klopt: %n gebeurtenis.</numerusform>
        <numerusform>Alles klopt: %n gebeurtenissen, elk vastgemaakt aan de vorige, en een gave databank.</numerusform>
      </translation>
    </message>
    <message>
      <source>For whom is it, or what for?</source>
      <translation>Voor wie is ze, of waarvoor?</translation>
    </message>
    <message>
      <source>Its history…</source>
      <translation>Geschiedenis…</translation>
    </message>
    <message>
      <source>Journal</source>
      <translation>Logboek</translation>
    </message>
    <message>
      <source>Juror {key}</source>
      <translation>Jurylid {key}</translation>
    </message>
    <message>
      <source>Letters to {key}</source>
      <translation>Brieven aan {key}</translation>
    </message>
    <message>
      <source>Looking up anchors…</source>
      <translation>Ankers worden opgezocht…</translation>
    </message>
    <message>
      <source>Making the audit bundle</source>
      <translation>Controlebundel maken</translation>
    </message>
    <message>
      <source>Meeting of the jury: {key}</source>
      <translation>Vergadering van de jury: {key}</translation>
    </message>
    <message>
      <source>Message {key}</source>
      <translation>Bericht {key}</translation>
    </message>
    <message>
      <source>No event answers this search.</source>
      <translation>Geen gebeurtenis om te tonen.</translation>
    </message>
    <message>
      <source>Nothing has happened to it yet.</source>
      <translation>Er is nog niets mee gebeurd.</translation>
    </message>
    <message>
      <source>On anybody's behalf</source>
      <translation>Namens wie ook</translation>
    </message>
    <message>
      <source>Open the candidacy</source>
      <translation>Kandidatuur openen</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Map openen</translation>
    </message>
    <message>
      <source>Pitch of {key}</source>
      <translation>Pitch van {key}</translation>
    </message>
    <message>
      <source>Pitch plan and sessions</source>
      <translation>Pitchplan en sessies</translation>
    </message>
    <message>
      <source>Rebuttal of {key}</source>
      <translation>Weerwoord van {key}</translation>
    </message>
    <message>
      <source>Round: {key}</source>
      <translation>Ronde: {key}</translation>
    </message>
    <message>
      <source>Score sheet {key}</source>
      <translation>Scoreblad {key}</translation>
    </message>
    <message>
      <source>Scores that are still sealed are not in it.</source>
      <translation>Scores die nog verzegeld zijn, zitten er niet bij.</translation>
    </message>
    <message>
      <source>Sealed: what was scored shows once the call lets it be seen.</source>
      <translation>Verzegeld: de scores zijn te zien zodra de oproep dat toelaat.</translation>
    </message>
    <message>
      <source>Search in the journal</source>
      <translation>Zoek in het logboek</translation>
    </message>
    <message>
      <source>Settings of the dossier</source>
      <translation>Instellingen van het dossier</translation>
    </message>
    <message>
      <source>Show on whose behalf</source>
      <translation>Tonen namens wie</translation>
    </message>
    <message>
      <source>Show which subject</source>
      <translation>Welk onderwerp tonen</translation>
    </message>
    <message>
      <source>Show whose events</source>
      <translation>Van wie tonen</translation>
    </message>
    <message>
      <source>Something is not right. Something else than the program changed the dossier:</source>
      <translation>Er klopt iets niet. Iets anders dan het programma heeft het dossier gewijzigd:</translation>
    </message>
    <message>
      <source>Take back: {step}</source>
      <translation>Terugnemen: {step}</translation>
    </message>
    <message>
      <source>Take this step back</source>
      <translation>Deze stap terugnemen</translation>
    </message>
    <message>
      <source>Text of the letters: {key}</source>
      <translation>Tekst van de brieven: {key}</translation>
    </message>
    <message numerus="yes">
      <source>The audit bundle “{name}” is ready, with %n files.</source>
      <translation>
        <numerusform>De controlebundel “{name}” is klaar, met %n bestand.</numerusform>
        <numerusform>De controlebundel “{name}” is klaar, met %n bestanden.</numerusform>
      </translation>
    </message>
    <message>
      <source>The dossier as a whole, and its settings</source>
      <translation>Het dossier als geheel, en zijn instellingen</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>Wat er gebeurde</translation>
    </message>
    <message>
      <source>What to do: change nothing more, save a copy of the dossier, compare with the latest backup (Settings › Backups), and show this to who answers for the procedure.</source>
      <translation>Wat nu: wijzig niets meer, bewaar een kopie van het dossier, vergelijk met de laatste reservekopie (Instellingen › Reservekopieën), en toon dit aan wie voor de procedure instaat.</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wanneer</translation>
    </message>
    <message>
      <source>Where does the audit bundle come?</source>
      <translation>Waar komt de controlebundel?</translation>
    </message>
    <message>
      <source>Which letter, export or copy?</source>
      <translation>Welke brief, export of kopie?</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wie</translation>
    </message>
    <message>
      <source>Who changed this?</source>
      <translation>Wie wijzigde dit?</translation>
    </message>
    <message>
      <source>With a reason</source>
      <translation>Met een reden</translation>
    </message>
    <message>
      <source>anchor hash fingerprint letter minutes anker vingerafdruk</source>
      <translation>anker hash vingerafdruk controlesom brief verslag</translation>
    </message>
    <message>
      <source>audit bundle export zip everything auditor controle</source>
      <translation>controlebundel uitvoer export zip alles audit auditor nazicht</translation>
    </message>
    <message>
      <source>event {number} is still what it was when this was made.</source>
      <translation>gebeurtenis {number} is nog wat ze was toen dit gemaakt werd.</translation>
    </message>
    <message>
      <source>{actor} on behalf of {person}</source>
      <translation>{actor} namens {person}</translation>
    </message>
    <message>
      <source>{event} · sealed</source>
      <translation>{event} · verzegeld</translation>
    </message>
  </context>
</TS>
