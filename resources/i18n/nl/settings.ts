<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>settings</name>
    <message>
      <source> mm</source>
      <translation> mm</translation>
    </message>
    <message numerus="yes">
      <source>%n days after it to assess the rebuttals</source>
      <translation>
        <numerusform>%n dag daarna om het weerwoord te beoordelen</numerusform>
        <numerusform>%n dagen daarna om het weerwoord te beoordelen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n days to answer, until {hour}</source>
      <translation>
        <numerusform>%n dag om te antwoorden, tot {hour}</numerusform>
        <numerusform>%n dagen om te antwoorden, tot {hour}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n events</source>
      <translation>
        <numerusform>%n gebeurtenis</numerusform>
        <numerusform>%n gebeurtenissen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n problems found</source>
      <translation>
        <numerusform>%n probleem gevonden</numerusform>
        <numerusform>%n problemen gevonden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rooms</source>
      <translation>
        <numerusform>%n zaal</numerusform>
        <numerusform>%n zalen</numerusform>
      </translation>
    </message>
    <message>
      <source>A break of {minutes} minutes after at most {count} pitches</source>
      <translation>Een pauze van {minutes} minuten na ten hoogste {count} pitches</translation>
    </message>
    <message>
      <source>A candidate who comes late: {consequence}</source>
      <translation>Een kandidaat die te laat komt: {consequence}</translation>
    </message>
    <message>
      <source>A candidate who does not come: {consequence}</source>
      <translation>Een kandidaat die niet komt: {consequence}</translation>
    </message>
    <message>
      <source>A decision that leaves today by e-mail can be answered until {day}, {hour}.</source>
      <translation>Op een beslissing die vandaag per e-mail vertrekt, kan weerwoord tot {day}, {hour}.</translation>
    </message>
    <message>
      <source>A dossier holds personal data and what jurors think. A laptop or a stick can be lost.</source>
      <translation>Een dossier bevat persoonsgegevens en het oordeel van juryleden. Een laptop of een stick kan zoekraken.</translation>
    </message>
    <message>
      <source>A folder on another disk also helps when this disk fails.</source>
      <translation>Een map op een andere schijf helpt ook als deze schijf stuk gaat.</translation>
    </message>
    <message>
      <source>A juror who comes late: {consequence}</source>
      <translation>Een jurylid dat te laat komt: {consequence}</translation>
    </message>
    <message>
      <source>A place of its own</source>
      <translation>Een eigen plaats</translation>
    </message>
    <message>
      <source>A plain page</source>
      <translation>Een effen blad</translation>
    </message>
    <message>
      <source>A screen reader reads this aloud in the place of the logo: “Logo of the town of Netegem”.</source>
      <translation>Een schermlezer leest dit voor in plaats van het logo: “Logo van de stad Netegem”.</translation>
    </message>
    <message>
      <source>A term never ends on a Saturday, a Sunday or a legal holiday, where the call says so. Add the days on which your service is closed besides. A running term gets longer, never shorter than its letter says.</source>
      <translation>Een termijn eindigt nooit op een zaterdag, een zondag of een wettelijke feestdag, als de oproep dat zegt. Voeg de dagen toe waarop je dienst daarbuiten gesloten is. Een lopende termijn wordt langer, nooit korter dan haar brief zegt.</translation>
    </message>
    <message>
      <source>A tie is broken by, in this order: {rules}</source>
      <translation>Bij een gelijke score telt, in deze volgorde: {rules}</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Over</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Toevoegen</translation>
    </message>
    <message>
      <source>Address in the window of the envelope</source>
      <translation>Adres in het venster van de omslag</translation>
    </message>
    <message>
      <source>Also worked out: {reading}; of both the latest day holds</source>
      <translation>Ook berekend: {reading}; van beide geldt de laatste dag</translation>
    </message>
    <message>
      <source>An end on a Saturday, Sunday or holiday moves to the next working day.</source>
      <translation>Valt het einde op een zaterdag, zondag of feestdag, dan schuift het op naar de volgende werkdag.</translation>
    </message>
    <message numerus="yes">
      <source>An invitation is confirmed %n days before the pitch, at {hour} at the latest</source>
      <translation>
        <numerusform>Een uitnodiging wordt %n dag voor de pitch bevestigd, ten laatste om {hour}</numerusform>
        <numerusform>Een uitnodiging wordt %n dagen voor de pitch bevestigd, ten laatste om {hour}</numerusform>
      </translation>
    </message>
    <message>
      <source>Another folder…</source>
      <translation>Andere map…</translation>
    </message>
    <message>
      <source>As it stands above the letter: street, town, e-mail, telephone.</source>
      <translation>Zoals het boven de brief staat: straat, gemeente, e-mail, telefoon.</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Zoals het systeem</translation>
    </message>
    <message>
      <source>Asked for</source>
      <translation>Zelf gemaakt</translation>
    </message>
    <message numerus="yes">
      <source>At least %n jurors at every pitch</source>
      <translation>
        <numerusform>Minstens %n jurylid bij elke pitch</numerusform>
        <numerusform>Minstens %n juryleden bij elke pitch</numerusform>
      </translation>
    </message>
    <message>
      <source>Backup made and read again: everything is right.</source>
      <translation>Reservekopie gemaakt en nagelezen: alles klopt.</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Reservekopieën</translation>
    </message>
    <message>
      <source>Before a newer version</source>
      <translation>Voor een nieuwere versie</translation>
    </message>
    <message>
      <source>Before a step of the procedure</source>
      <translation>Voor een stap in de procedure</translation>
    </message>
    <message>
      <source>Before putting a backup back</source>
      <translation>Voor het terugzetten</translation>
    </message>
    <message>
      <source>Beside the dossier</source>
      <translation>Naast het dossier</translation>
    </message>
    <message>
      <source>By the call also closed: {days}</source>
      <translation>Volgens de oproep ook gesloten: {days}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Change the closing days</source>
      <translation>Sluitingsdagen wijzigen</translation>
    </message>
    <message>
      <source>Change the document for Word</source>
      <translation>Het document voor Word wijzigen</translation>
    </message>
    <message>
      <source>Change the logo</source>
      <translation>Logo wijzigen</translation>
    </message>
    <message>
      <source>Change the passphrase</source>
      <translation>Wachtwoord wijzigen</translation>
    </message>
    <message>
      <source>Change the passphrase…</source>
      <translation>Wachtwoord wijzigen…</translation>
    </message>
    <message>
      <source>Change the place of the address</source>
      <translation>Plaats van het adres wijzigen</translation>
    </message>
    <message>
      <source>Change the sender of the letters</source>
      <translation>Afzender van de brieven wijzigen</translation>
    </message>
    <message>
      <source>Changed in this dossier (Planning, Sessions); the journal says how and why.</source>
      <translation>Gewijzigd in dit dossier (Planning, Sessies); in het logboek staat hoe en waarom.</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Nagelezen</translation>
    </message>
    <message>
      <source>Check the dossier</source>
      <translation>Controleer dossier</translation>
    </message>
    <message>
      <source>Choose a document…</source>
      <translation>Een document kiezen…</translation>
    </message>
    <message>
      <source>Choose a logo…</source>
      <translation>Logo kiezen…</translation>
    </message>
    <message>
      <source>Choose where backups go and how many stay</source>
      <translation>Kiezen waar reservekopieën komen en hoeveel er blijven</translation>
    </message>
    <message>
      <source>Closed besides the legal holidays: {days}</source>
      <translation>Gesloten, naast de wettelijke feestdagen: {days}</translation>
    </message>
    <message>
      <source>Closed from</source>
      <translation>Gesloten vanaf</translation>
    </message>
    <message>
      <source>Closing days</source>
      <translation>Sluitingsdagen</translation>
    </message>
    <message>
      <source>Complaints go to</source>
      <translation>Klachten gaan naar</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Gekopieerd</translation>
    </message>
    <message>
      <source>Copies made from now on are protected in the same way. Earlier copies, letters, packets and exports stay as they are: delete those that are no longer needed. On most disks what was deleted can still be found for a while by who has the disk.</source>
      <translation>Reservekopieën die vanaf dan gemaakt worden, zijn op dezelfde manier beveiligd. Eerdere kopieën, brieven, pakketten en exportbestanden blijven zoals ze zijn: verwijder wat niet meer nodig is. Op de meeste schijven is wat verwijderd is nog een tijd terug te vinden door wie de schijf heeft.</translation>
    </message>
    <message>
      <source>Copy saved as {name}.</source>
      <translation>Kopie bewaard als {name}.</translation>
    </message>
    <message>
      <source>Copy the key</source>
      <translation>Sleutel kopiëren</translation>
    </message>
    <message>
      <source>Copying the dossier…</source>
      <translation>Het dossier wordt gekopieerd…</translation>
    </message>
    <message>
      <source>Counted from a fixed date</source>
      <translation>Geteld vanaf een vaste datum</translation>
    </message>
    <message>
      <source>Counted from the letter to the candidate</source>
      <translation>Geteld vanaf de brief aan de kandidaat</translation>
    </message>
    <message>
      <source>Counted from the receipt of the letter</source>
      <translation>Geteld vanaf de ontvangst van de brief</translation>
    </message>
    <message>
      <source>Course of a pitch</source>
      <translation>Verloop van een pitch</translation>
    </message>
    <message>
      <source>Criterion: {title}</source>
      <translation>Criterium: {title}</translation>
    </message>
    <message>
      <source>Daily</source>
      <translation>Dagelijks</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Donker</translation>
    </message>
    <message>
      <source>Deadline</source>
      <translation>Deadline</translation>
    </message>
    <message>
      <source>Decides: {body}</source>
      <translation>Beslist: {body}</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Beslissing</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Beschrijving</translation>
    </message>
    <message>
      <source>Display</source>
      <translation>Weergave</translation>
    </message>
    <message>
      <source>Document for drafts in Word</source>
      <translation>Document voor concepten in Word</translation>
    </message>
    <message>
      <source>Dossier</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Encrypting the dossier…</source>
      <translation>Dossier versleutelen…</translation>
    </message>
    <message>
      <source>European Union Public Licence 1.2 (EUPL)</source>
      <translation>Openbare licentie van de Europese Unie 1.2 (EUPL)</translation>
    </message>
    <message>
      <source>Every change is kept at once. Ctrl+Z undoes it.</source>
      <translation>Elke wijziging wordt meteen bewaard. Ctrl+Z maakt ze ongedaan.</translation>
    </message>
    <message>
      <source>Every letter of this dossier uses these. A letter that has not been sent shows as outdated.</source>
      <translation>Elke brief van dit dossier gebruikt deze gegevens. Een brief die nog niet verstuurd is, wordt dan als verouderd getoond.</translation>
    </message>
    <message>
      <source>Fair: to find this passphrase takes who has the file months or years.</source>
      <translation>Redelijk: wie het bestand heeft, zoekt maanden of jaren naar dit wachtwoord.</translation>
    </message>
    <message>
      <source>Fixed when the dossier was made. Each rule names the line of the addendum it rests on.</source>
      <translation>Vastgelegd toen het dossier gemaakt werd. Elke regel noemt de zin van het addendum waarop hij steunt.</translation>
    </message>
    <message>
      <source>Fourteen groups of four letters and digits. Type them in the place of the passphrase; capitals, spaces and hyphens make no difference.</source>
      <translation>Veertien groepen van vier letters en cijfers. Typ ze in de plaats van het wachtwoord; hoofdletters, spaties en streepjes maken geen verschil.</translation>
    </message>
    <message>
      <source>From above</source>
      <translation>Van boven</translation>
    </message>
    <message>
      <source>From the left</source>
      <translation>Van links</translation>
    </message>
    <message>
      <source>From then on everybody who has the file can read the whole dossier.</source>
      <translation>Vanaf dan kan iedereen die het bestand heeft, het hele dossier lezen.</translation>
    </message>
    <message>
      <source>Function of who signs</source>
      <translation>Functie van wie ondertekent</translation>
    </message>
    <message>
      <source>I have kept the key</source>
      <translation>Ik heb de sleutel bewaard</translation>
    </message>
    <message>
      <source>Icons</source>
      <translation>Iconen</translation>
    </message>
    <message>
      <source>In a database: its administrator makes copies.</source>
      <translation>In een databank: haar beheerder maakt de kopieën.</translation>
    </message>
    <message>
      <source>Inter (SIL Open Font License 1.1)</source>
      <translation>Inter (SIL Open Font License 1.1)</translation>
    </message>
    <message>
      <source>Invited to pitch from {score}</source>
      <translation>Uitgenodigd voor de pitch vanaf {score}</translation>
    </message>
    <message>
      <source>It is in time when it was received within the term.</source>
      <translation>Het is op tijd als het binnen de termijn ontvangen is.</translation>
    </message>
    <message>
      <source>It is in time when it was sent within the term.</source>
      <translation>Het is op tijd als het binnen de termijn verstuurd is.</translation>
    </message>
    <message>
      <source>Journal</source>
      <translation>Logboek</translation>
    </message>
    <message>
      <source>Jury Desktop works without a network: nothing of a dossier ever leaves this computer.</source>
      <translation>Jury Desktop werkt zonder netwerk: niets van een dossier verlaat ooit deze computer.</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Bewaren</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Taal</translation>
    </message>
    <message>
      <source>Language of the program</source>
      <translation>Programmeertaal</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation>Brieven</translation>
    </message>
    <message>
      <source>Letters on the screen</source>
      <translation>Lettertype</translation>
    </message>
    <message>
      <source>Letters that are made from now on have their address there; final ones stay as they are.</source>
      <translation>Brieven die vanaf nu gemaakt worden, hebben hun adres daar; definitieve blijven zoals ze zijn.</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Licentie</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Licht</translation>
    </message>
    <message>
      <source>Lines below the sender</source>
      <translation>Regels onder de afzender</translation>
    </message>
    <message>
      <source>Logo</source>
      <translation>Logo</translation>
    </message>
    <message>
      <source>Lucide (ISC licence)</source>
      <translation>Lucide (ISC-licentie)</translation>
    </message>
    <message>
      <source>Made by themselves every day that something changed, before each step that turns the procedure, and before a newer version of the program. Each is read again in full.</source>
      <translation>Ze worden vanzelf gemaakt: elke dag dat er iets veranderde, voor elke stap die de procedure een wending geeft, en voor een nieuwere versie van het programma. Elke kopie wordt volledig nagelezen.</translation>
    </message>
    <message>
      <source>Make a backup now</source>
      <translation>Nu een reservekopie maken</translation>
    </message>
    <message>
      <source>Making a backup…</source>
      <translation>Reservekopie maken…</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Naam</translation>
    </message>
    <message>
      <source>New passphrase</source>
      <translation>Nieuw wachtwoord</translation>
    </message>
    <message>
      <source>No backups yet.</source>
      <translation>Nog geen reservekopieën.</translation>
    </message>
    <message>
      <source>No logo</source>
      <translation>Geen logo</translation>
    </message>
    <message>
      <source>Nobody can open the dossier once both the passphrase and the recovery key are lost. You see that key once, right after this.</source>
      <translation>Zijn het wachtwoord én de herstelsleutel zoek, dan kan niemand het dossier nog openen. Die sleutel zie je één keer, meteen hierna.</translation>
    </message>
    <message>
      <source>None of your own yet.</source>
      <translation>Nog geen eigen sluitingsdagen.</translation>
    </message>
    <message>
      <source>Not in the addendum; fixed before the assessment began.</source>
      <translation>Staat niet in het addendum; vastgelegd vóór de beoordeling begon.</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Niet bekend</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>Van</translation>
    </message>
    <message>
      <source>On the left (NBN Z 01-002)</source>
      <translation>Links (NBN Z 01-002)</translation>
    </message>
    <message>
      <source>On the right</source>
      <translation>Rechts</translation>
    </message>
    <message>
      <source>One a day, of the last</source>
      <translation>Eén per dag, van de laatste</translation>
    </message>
    <message>
      <source>One a week, of the last</source>
      <translation>Eén per week, van de laatste</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Map openen</translation>
    </message>
    <message>
      <source>Passphrase or recovery key that it has now</source>
      <translation>Wachtwoord of herstelsleutel van nu</translation>
    </message>
    <message>
      <source>Pitch sessions</source>
      <translation>Pitchsessies</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Plaats</translation>
    </message>
    <message>
      <source>Place beside the date</source>
      <translation>Plaats naast de datum</translation>
    </message>
    <message>
      <source>Place of the pitches</source>
      <translation>Plaats van de pitches</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>Afdrukken…</translation>
    </message>
    <message>
      <source>Proof of arrival</source>
      <translation>Bewijs van aankomst</translation>
    </message>
    <message>
      <source>Protect the dossier</source>
      <translation>Dossier beveiligen</translation>
    </message>
    <message>
      <source>Protect with a passphrase</source>
      <translation>Met een wachtwoord beveiligen</translation>
    </message>
    <message>
      <source>Protect with a passphrase…</source>
      <translation>Met een wachtwoord beveiligen…</translation>
    </message>
    <message>
      <source>Protection</source>
      <translation>Beveiliging</translation>
    </message>
    <message>
      <source>Put back</source>
      <translation>Terugzetten</translation>
    </message>
    <message>
      <source>Put back…</source>
      <translation>Terugzetten…</translation>
    </message>
    <message>
      <source>Put this backup back?</source>
      <translation>Deze reservekopie terugzetten?</translation>
    </message>
    <message>
      <source>Put {field} where the letter comes; other fields are those of the texts, such as {example}.</source>
      <translation>Zet {field} waar de brief komt; de andere velden zijn die van de brieftekst, zoals {example}.</translation>
    </message>
    <message>
      <source>Read again, sound</source>
      <translation>In orde</translation>
    </message>
    <message>
      <source>Rebuttal</source>
      <translation>Weerwoord</translation>
    </message>
    <message>
      <source>Rebuttal term</source>
      <translation>Weerwoordtermijn</translation>
    </message>
    <message>
      <source>Recovery key: {key}</source>
      <translation>Herstelsleutel: {key}</translation>
    </message>
    <message>
      <source>Rules of the call</source>
      <translation>Regels van de oproep</translation>
    </message>
    <message>
      <source>Save a copy of the dossier</source>
      <translation>Kopie van het dossier bewaren</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>Kopie bewaren…</translation>
    </message>
    <message>
      <source>Save a sheet to try…</source>
      <translation>Proefblad bewaren…</translation>
    </message>
    <message>
      <source>Scores</source>
      <translation>Scores</translation>
    </message>
    <message>
      <source>Scores from {lowest} to {highest}</source>
      <translation>Scores van {lowest} tot {highest}</translation>
    </message>
    <message>
      <source>Scores open once every juror has submitted on the candidacy.</source>
      <translation>De scores gaan open zodra elk jurylid de kandidatuur beoordeeld heeft.</translation>
    </message>
    <message>
      <source>Scores open once every sheet of the round has been submitted.</source>
      <translation>De scores gaan open zodra alle beoordelingen van de ronde ingediend zijn.</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>Onderdelen</translation>
    </message>
    <message>
      <source>Selected from {score}</source>
      <translation>Geselecteerd vanaf {score}</translation>
    </message>
    <message>
      <source>Sender</source>
      <translation>Afzender</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Instellingen</translation>
    </message>
    <message>
      <source>Sheet to try</source>
      <translation>Proefblad</translation>
    </message>
    <message>
      <source>Sheet-for-envelopes.pdf</source>
      <translation>Proefblad-omslagen.pdf</translation>
    </message>
    <message>
      <source>Signed by</source>
      <translation>Ondertekend door</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Grootte</translation>
    </message>
    <message>
      <source>Size of the text</source>
      <translation>Grootte van de tekst</translation>
    </message>
    <message>
      <source>Source: “{line}”</source>
      <translation>Bron: “{line}”</translation>
    </message>
    <message>
      <source>Strong: nobody finds this passphrase by trying.</source>
      <translation>Sterk: niemand vindt dit wachtwoord door te proberen.</translation>
    </message>
    <message>
      <source>Suggest six words</source>
      <translation>Zes woorden voorstellen</translation>
    </message>
    <message>
      <source>Take away: {days}</source>
      <translation>Weghalen: {days}</translation>
    </message>
    <message>
      <source>Take it away</source>
      <translation>Wegnemen</translation>
    </message>
    <message>
      <source>Take the document away</source>
      <translation>Het document weghalen</translation>
    </message>
    <message>
      <source>Take the logo away</source>
      <translation>Logo weghalen</translation>
    </message>
    <message>
      <source>Take the passphrase away?</source>
      <translation>Het wachtwoord wegnemen?</translation>
    </message>
    <message>
      <source>Take the passphrase away…</source>
      <translation>Wachtwoord wegnemen…</translation>
    </message>
    <message>
      <source>The dossier becomes what it was on {moment}. Everything done since leaves it; what is there now is first kept as a backup, so that you can come back to it.</source>
      <translation>Het dossier wordt weer wat het was op {moment}. Alles wat sindsdien gebeurde, gaat eruit; wat er nu is, wordt eerst bewaard als reservekopie, zodat je ernaar terug kunt.</translation>
    </message>
    <message>
      <source>The dossier opens without a passphrase.</source>
      <translation>Het dossier opent nu zonder wachtwoord.</translation>
    </message>
    <message>
      <source>The folder {folder} is not there now: copies go beside the dossier meanwhile.</source>
      <translation>De map {folder} is er nu niet: kopieën komen intussen naast het dossier.</translation>
    </message>
    <message>
      <source>The journal notes this name from the next time you open a dossier.</source>
      <translation>Het logboek noteert deze naam vanaf de volgende keer dat je een dossier opent.</translation>
    </message>
    <message>
      <source>The last ones</source>
      <translation>De laatste</translation>
    </message>
    <message>
      <source>The recovery key of {name}</source>
      <translation>De herstelsleutel van {name}</translation>
    </message>
    <message>
      <source>The reserve list counts until {day}</source>
      <translation>De reservelijst geldt tot en met {day}</translation>
    </message>
    <message>
      <source>The whole dossier is encrypted. From then on it opens with this passphrase alone, on every computer. Some words after each other are easier to remember and harder to guess than signs and digits.</source>
      <translation>Het hele dossier wordt versleuteld. Daarna opent het alleen nog met dit wachtwoord, op elke computer. Enkele woorden na elkaar zijn makkelijker te onthouden en moeilijker te raden dan tekens en cijfers.</translation>
    </message>
    <message>
      <source>The whole selection lies in one place. Keep a copy elsewhere, for instance every evening.</source>
      <translation>De hele selectie ligt op één plaats. Bewaar ook elders een kopie, bijvoorbeeld elke avond.</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Thema</translation>
    </message>
    <message>
      <source>These choices hold for you on this computer, whatever dossier is open.</source>
      <translation>Deze keuzes gelden voor jou op deze computer, welk dossier ook openstaat.</translation>
    </message>
    <message>
      <source>This dossier has no passphrase: who has the file can read everything in it.</source>
      <translation>Dit dossier heeft geen wachtwoord: wie het bestand heeft, kan er alles in lezen.</translation>
    </message>
    <message>
      <source>This dossier is encrypted (AES-256, SQLCipher). It opens with its passphrase or recovery key alone.</source>
      <translation>Dit dossier is versleuteld (AES-256, SQLCipher). Het opent alleen met zijn wachtwoord of herstelsleutel.</translation>
    </message>
    <message>
      <source>This dossier lies in no file of its own. Who may read it is decided where it lies.</source>
      <translation>Dit dossier ligt niet in een eigen bestand. Wie het mag lezen, wordt geregeld waar het ligt.</translation>
    </message>
    <message>
      <source>Together at most</source>
      <translation>Samen hoogstens</translation>
    </message>
    <message>
      <source>Too easy: who has the file finds this passphrase within a few hours. Add words.</source>
      <translation>Te gemakkelijk: wie het bestand heeft, vindt dit wachtwoord binnen enkele uren. Voeg woorden toe.</translation>
    </message>
    <message>
      <source>Too weak: who has the file finds this passphrase within weeks. Add words.</source>
      <translation>Te zwak: wie het bestand heeft, vindt dit wachtwoord binnen enkele weken. Voeg woorden toe.</translation>
    </message>
    <message>
      <source>Type a passphrase, or have one suggested.</source>
      <translation>Typ een wachtwoord, of laat er een voorstellen.</translation>
    </message>
    <message>
      <source>Until and including</source>
      <translation>Tot en met</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Versie</translation>
    </message>
    <message>
      <source>Weight of the rounds: {weights}</source>
      <translation>Gewicht van de rondes: {weights}</translation>
    </message>
    <message>
      <source>Weight {weight} · {rounds}</source>
      <translation>Gewicht {weight} · {rounds}</translation>
    </message>
    <message>
      <source>What arrives in the last second of that minute is in time.</source>
      <translation>Wat in de laatste seconde van die minuut aankomt, is op tijd.</translation>
    </message>
    <message>
      <source>What is on the logo?</source>
      <translation>Wat staat er op het logo?</translation>
    </message>
    <message>
      <source>What letters say</source>
      <translation>Wat de brieven zeggen</translation>
    </message>
    <message>
      <source>What these mail servers note decides when a message arrived: {servers}.</source>
      <translation>Wat deze mailservers noteren, beslist wanneer een bericht aankwam: {servers}.</translation>
    </message>
    <message>
      <source>Where do the backups go?</source>
      <translation>Waar komen de reservekopieën?</translation>
    </message>
    <message>
      <source>Where they lie</source>
      <translation>Waar ze liggen</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Waarom</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Venster</translation>
    </message>
    <message>
      <source>Writing the dossier without encryption…</source>
      <translation>Dossier zonder versleuteling schrijven…</translation>
    </message>
    <message>
      <source>You see this key now and never again. Print it and keep it under lock and key, away from this computer. With it the dossier opens when nobody knows the passphrase any more.</source>
      <translation>Je ziet deze sleutel nu, en nooit meer. Druk ze af en bewaar ze achter slot, niet bij deze computer. Met deze sleutel opent het dossier wanneer niemand het wachtwoord nog kent.</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Je naam</translation>
    </message>
    <message>
      <source>a shorter pitch</source>
      <translation>een kortere pitch</translation>
    </message>
    <message>
      <source>another free place on the plan</source>
      <translation>een andere vrije plaats op de planning</translation>
    </message>
    <message>
      <source>backups</source>
      <translation>kopieën</translation>
    </message>
    <message>
      <source>days</source>
      <translation>dagen</translation>
    </message>
    <message>
      <source>no pitch and no score of it; the written score stands</source>
      <translation>geen pitch en geen score ervoor; de schriftelijke score blijft</translation>
    </message>
    <message>
      <source>number of challenges</source>
      <translation>aantal regio-uitdagingen</translation>
    </message>
    <message>
      <source>pitch</source>
      <translation>pitch</translation>
    </message>
    <message>
      <source>score of the pitch</source>
      <translation>score van de pitch</translation>
    </message>
    <message>
      <source>scores as long as at most {percent} % of pitch and questions was missed</source>
      <translation>scoort zolang hoogstens {percent} % van pitch en vragen gemist is</translation>
    </message>
    <message>
      <source>the regisseur decides, with a reason</source>
      <translation>de regisseur beslist, met een reden</translation>
    </message>
    <message>
      <source>the whole pitch, later</source>
      <translation>de hele pitch, later</translation>
    </message>
    <message>
      <source>weeks</source>
      <translation>weken</translation>
    </message>
    <message>
      <source>written</source>
      <translation>schriftelijk</translation>
    </message>
    <message>
      <source>written score</source>
      <translation>schriftelijke score</translation>
    </message>
    <message>
      <source>{first} until {last}</source>
      <translation>{first} tot en met {last}</translation>
    </message>
    <message>
      <source>{pitch} minutes of pitch, {questions} of questions, {deliberation} of deliberation</source>
      <translation>{pitch} minuten pitch, {questions} minuten vragen, {deliberation} minuten overleg</translation>
    </message>
    <message>
      <source>“{name}” is ready: print it at its real size.</source>
      <translation>“{name}” staat klaar: druk het af op ware grootte.</translation>
    </message>
  </context>
</TS>
