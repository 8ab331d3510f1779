<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>intake</name>
    <message numerus="yes">
      <source>%n equal lines</source>
      <translation>
        <numerusform>1 gelijke regel</numerusform>
        <numerusform>%n gelijke regels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n lines differ.</source>
      <translation>
        <numerusform>1 regel verschilt.</numerusform>
        <numerusform>%n regels verschillen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages of {names} leave the dossier, with the candidacies and versions they brought. Earlier imports stay. You can import the same file again later.</source>
      <translation>
        <numerusform>1 bericht van {names} verdwijnt uit het dossier, met de kandidatuur of versie die het bracht. Eerdere imports blijven. Je kunt hetzelfde bestand later opnieuw importeren.</numerusform>
        <numerusform>%n berichten van {names} verdwijnen uit het dossier, met de kandidaturen en versies die ze brachten. Eerdere imports blijven. Je kunt hetzelfde bestand later opnieuw importeren.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more lines; open both documents to see them.</source>
      <translation>
        <numerusform>Nog 1 regel; open beide documenten om hem te zien.</numerusform>
        <numerusform>Nog %n regels; open beide documenten om ze te zien.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n unreadable messages saved in {name}, with a list of reasons.</source>
      <translation>
        <numerusform>1 onleesbaar bericht bewaard in {name}, met een lijst van de redenen.</numerusform>
        <numerusform>%n onleesbare berichten bewaard in {name}, met een lijst van de redenen.</numerusform>
      </translation>
    </message>
    <message>
      <source>Arrival rests on {servers}, learned from the export. Is that your own mail server?</source>
      <translation>De aankomst steunt op {servers}, afgeleid uit de export. Is dat jullie eigen mailserver?</translation>
    </message>
    <message>
      <source>Arrived on</source>
      <translation>Aangekomen op</translation>
    </message>
    <message>
      <source>Ask for a message that can be read…</source>
      <translation>Vraag een bericht dat te lezen is…</translation>
    </message>
    <message>
      <source>By the clock of Brussels.</source>
      <translation>Volgens de klok van Brussel.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Choose a folder for the unreadable messages</source>
      <translation>Kies een map voor de onleesbare berichten</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergelijken</translation>
    </message>
    <message>
      <source>Compare versions…</source>
      <translation>Versies vergelijken…</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>Vergelijken met</translation>
    </message>
    <message>
      <source>Compare…</source>
      <translation>Vergelijken…</translation>
    </message>
    <message>
      <source>Comparing…</source>
      <translation>Vergelijken…</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Bevestigen</translation>
    </message>
    <message>
      <source>Confirm all the same</source>
      <translation>Toch bevestigen</translation>
    </message>
    <message>
      <source>Confirm the own mail servers</source>
      <translation>Eigen mailservers bevestigen</translation>
    </message>
    <message>
      <source>Confirm these mail servers?</source>
      <translation>Deze mailservers bevestigen?</translation>
    </message>
    <message>
      <source>Differences</source>
      <translation>Verschillen</translation>
    </message>
    <message>
      <source>Establish</source>
      <translation>Vaststellen</translation>
    </message>
    <message>
      <source>Establish the arrival</source>
      <translation>Aankomst vaststellen</translation>
    </message>
    <message>
      <source>Establish the arrival of {message}</source>
      <translation>Aankomst vaststellen van {message}</translation>
    </message>
    <message>
      <source>Establish the arrival…</source>
      <translation>Aankomst vaststellen…</translation>
    </message>
    <message>
      <source>It stays in the dossier as the proof.</source>
      <translation>Het blijft als bewijs in het dossier.</translation>
    </message>
    <message>
      <source>Look and change…</source>
      <translation>Bekijken en wijzigen…</translation>
    </message>
    <message>
      <source>Mail servers confirmed. Every arrival stays as it was.</source>
      <translation>Mailservers bevestigd. Elke aankomst blijft zoals ze was.</translation>
    </message>
    <message numerus="yes">
      <source>Mail servers confirmed. The verdict on %n messages changed.</source>
      <translation>
        <numerusform>Mailservers bevestigd. Het oordeel over 1 bericht is veranderd.</numerusform>
        <numerusform>Mailservers bevestigd. Het oordeel over %n berichten is veranderd.</numerusform>
      </translation>
    </message>
    <message>
      <source>Next difference (N)</source>
      <translation>Volgend verschil (N)</translation>
    </message>
    <message>
      <source>Nothing differs in the text.</source>
      <translation>In de tekst verschilt niets.</translation>
    </message>
    <message numerus="yes">
      <source>Of %n messages nothing would prove the arrival any more.</source>
      <translation>
        <numerusform>Van %n bericht zou niets de aankomst nog bewijzen.</numerusform>
        <numerusform>Van %n berichten zou niets de aankomst nog bewijzen.</numerusform>
      </translation>
    </message>
    <message>
      <source>One name or domain on a line, such as mail.stad.example or stad.example.</source>
      <translation>Eén naam of domein per regel, zoals mail.stad.example of stad.example.</translation>
    </message>
    <message>
      <source>Only the line that your own server wrote at the top of a message proves when it arrived. When you confirm, every arrival is judged again; you can undo that.</source>
      <translation>Alleen de regel die jullie eigen server bovenaan een bericht schreef, bewijst wanneer het aankwam. Bevestig je, dan wordt elke aankomst opnieuw beoordeeld; dat kun je ongedaan maken.</translation>
    </message>
    <message>
      <source>Own mail servers</source>
      <translation>Eigen mailservers</translation>
    </message>
    <message>
      <source>Own mail servers…</source>
      <translation>Eigen mailservers…</translation>
    </message>
    <message>
      <source>Place {message} differently</source>
      <translation>{message} anders plaatsen</translation>
    </message>
    <message>
      <source>Previous (P)</source>
      <translation>Vorige (P)</translation>
    </message>
    <message>
      <source>Reading the documents…</source>
      <translation>De documenten worden gelezen…</translation>
    </message>
    <message>
      <source>Received the messages of this dossier</source>
      <translation>Ontvingen de berichten van dit dossier</translation>
    </message>
    <message>
      <source>Save unreadable messages</source>
      <translation>Onleesbare berichten bewaren</translation>
    </message>
    <message>
      <source>Save unreadable messages…</source>
      <translation>Onleesbare berichten bewaren…</translation>
    </message>
    <message>
      <source>Seen so in the review</source>
      <translation>Zo gezien bij het nakijken van de import</translation>
    </message>
    <message>
      <source>Such as: receipt of the mail server, stamp of the desk</source>
      <translation>Bijvoorbeeld: logboek van de mailserver, stempel van het onthaal</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Terugnemen</translation>
    </message>
    <message>
      <source>Take the last import back</source>
      <translation>Laatste import terugnemen</translation>
    </message>
    <message>
      <source>Take the last import back?</source>
      <translation>Laatste import terugnemen?</translation>
    </message>
    <message>
      <source>Take the last import back…</source>
      <translation>Laatste import terugnemen…</translation>
    </message>
    <message>
      <source>The call names these servers.</source>
      <translation>De oproep noemt deze servers.</translation>
    </message>
    <message>
      <source>The form</source>
      <translation>Het formulier</translation>
    </message>
    <message>
      <source>The import of {names} has been taken back.</source>
      <translation>De import van {names} is teruggenomen.</translation>
    </message>
    <message>
      <source>The message</source>
      <translation>Het bericht</translation>
    </message>
    <message numerus="yes">
      <source>The messages share no mail server. Until you confirm, the last server of each counts as your own (%n servers: {servers}). The line of a server that is not yours proves nothing.</source>
      <translation>
        <numerusform>Er zijn te weinig berichten om jullie mailserver te herkennen. Tot jij het bevestigt, telt de laatste server als die van jullie: {servers}. De regel van een server die niet van jullie is, bewijst niets.</numerusform>
        <numerusform>De berichten delen geen mailserver. Tot jij het bevestigt, telt bij elk bericht de laatste server als die van jullie (%n servers: {servers}). De regel van een server die niet van jullie is, bewijst niets.</numerusform>
      </translation>
    </message>
    <message>
      <source>The messages share no server, so the last one of each counts until you say which are your own.</source>
      <translation>De berichten delen geen server: bij elk telt de laatste tot jij zegt welke van jullie zijn.</translation>
    </message>
    <message>
      <source>The texts are {percent} % alike.</source>
      <translation>De teksten zijn voor {percent} % gelijk.</translation>
    </message>
    <message numerus="yes">
      <source>The verdict on the arrival of %n messages would change.</source>
      <translation>
        <numerusform>Het oordeel over de aankomst van %n bericht zou veranderen.</numerusform>
        <numerusform>Het oordeel over de aankomst van %n berichten zou veranderen.</numerusform>
      </translation>
    </message>
    <message>
      <source>There is no import to take back.</source>
      <translation>Er is geen import om terug te nemen.</translation>
    </message>
    <message>
      <source>These servers were learned from the export; nobody has confirmed them yet.</source>
      <translation>Deze servers zijn afgeleid uit de export; niemand heeft ze al bevestigd.</translation>
    </message>
    <message>
      <source>Undone</source>
      <translation>Ongedaan gemaakt</translation>
    </message>
    <message>
      <source>What you rely on</source>
      <translation>Waarop je steunt</translation>
    </message>
    <message>
      <source>Yes, all our own</source>
      <translation>Ja, allemaal van ons</translation>
    </message>
    <message>
      <source>Yes, our own</source>
      <translation>Ja, die van ons</translation>
    </message>
    <message>
      <source>You confirmed these servers.</source>
      <translation>Je hebt deze servers bevestigd.</translation>
    </message>
    <message>
      <source>no difference</source>
      <translation>geen verschil</translation>
    </message>
    <message>
      <source>no proof of arrival</source>
      <translation>geen bewijs van aankomst</translation>
    </message>
    <message>
      <source>proof in time</source>
      <translation>bewijs op tijd</translation>
    </message>
    <message>
      <source>server arrival proof</source>
      <translation>server aankomst bewijs</translation>
    </message>
    <message>
      <source>the same file</source>
      <translation>hetzelfde bestand</translation>
    </message>
    <message>
      <source>version {number}</source>
      <translation>versie {number}</translation>
    </message>
    <message numerus="yes">
      <source>{host}  ·  %n messages</source>
      <translation>
        <numerusform>{host}  ·  1 bericht</numerusform>
        <numerusform>{host}  ·  %n berichten</numerusform>
      </translation>
    </message>
    <message>
      <source>{names} wrote no message of this dossier. Is the name right?</source>
      <translation>{names} schreef geen enkel bericht van dit dossier. Klopt de naam?</translation>
    </message>
    <message>
      <source>{reference} has one version only: there is nothing to compare.</source>
      <translation>{reference} heeft maar één versie: er valt niets te vergelijken.</translation>
    </message>
    <message>
      <source>{reference} · version {number}</source>
      <translation>{reference} · versie {number}</translation>
    </message>
  </context>
</TS>
