<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>shell</name>
    <message numerus="yes">
      <source>%n more tables</source>
      <translation>
        <numerusform>nog %n tabel</numerusform>
        <numerusform>nog %n tabellen</numerusform>
      </translation>
    </message>
    <message>
      <source>A dossier holds one whole selection, from the mailbox to the end of the rebuttal, in one file on this computer. Nothing ever leaves it without you.</source>
      <translation>Een dossier bevat één hele selectie, van het postvak tot het einde van het weerwoord, in één bestand op deze computer. Niets gaat eruit zonder jou.</translation>
    </message>
    <message>
      <source>A step of the demonstration does the work of a whole day.</source>
      <translation>Een stap van de demonstratie doet het werk van een hele dag.</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adres</translation>
    </message>
    <message>
      <source>As your IT department gave it, with your own login before the @.</source>
      <translation>Zoals je ICT-dienst het gaf, met je eigen login vóór de @.</translation>
    </message>
    <message>
      <source>Assessment</source>
      <translation>Beoordeling</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Reservekopieën</translation>
    </message>
    <message>
      <source>Call files</source>
      <translation>Oproepbestanden</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Candidacies</source>
      <translation>Kandidaturen</translation>
    </message>
    <message>
      <source>Cannot be undone</source>
      <translation>Kan niet ongedaan</translation>
    </message>
    <message>
      <source>Change it where scores from paper are typed; there Ctrl+Z goes cell by cell.</source>
      <translation>Wijzig het waar je scores van papier overtikt; daar gaat Ctrl+Z cel per cel.</translation>
    </message>
    <message>
      <source>Checking the dossier…</source>
      <translation>Het dossier wordt nagekeken…</translation>
    </message>
    <message>
      <source>Choose a call file</source>
      <translation>Kies een oproepbestand</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Collapse or open the rail</source>
      <translation>Zijbalk in- of uitklappen</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Verbinden</translation>
    </message>
    <message>
      <source>Connect to a server</source>
      <translation>Verbinden met een server</translation>
    </message>
    <message>
      <source>Connect to a server…</source>
      <translation>Verbinden met een server…</translation>
    </message>
    <message>
      <source>Connecting…</source>
      <translation>Verbinden…</translation>
    </message>
    <message>
      <source>Copy the report</source>
      <translation>Verslag kopiëren</translation>
    </message>
    <message>
      <source>Ctrl+Shift+Z again goes on with what came after: {step}.</source>
      <translation>Nog eens Ctrl+Shift+Z gaat verder met wat erna kwam: {step}.</translation>
    </message>
    <message>
      <source>Ctrl+Z again undoes what came before: {step}.</source>
      <translation>Nog eens Ctrl+Z maakt de stap daarvoor ongedaan: {step}.</translation>
    </message>
    <message>
      <source>Dark theme</source>
      <translation>Donker thema</translation>
    </message>
    <message>
      <source>Deliberation</source>
      <translation>Deliberatie</translation>
    </message>
    <message>
      <source>Demonstration, step {step} of {total}: {text}</source>
      <translation>Demonstratie, stap {step} van {total}: {text}</translation>
    </message>
    <message>
      <source>Did you get a packet to score?</source>
      <translation>Kreeg je een pakket om te beoordelen?</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>Wegklikken</translation>
    </message>
    <message>
      <source>Does the dossier lie on a server?</source>
      <translation>Staat het dossier op een server?</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Gelukt</translation>
    </message>
    <message>
      <source>Done again: {step}</source>
      <translation>Opnieuw gedaan: {step}</translation>
    </message>
    <message>
      <source>Dossier NOT in order</source>
      <translation>Dossier NIET in orde</translation>
    </message>
    <message>
      <source>Dossier in order · checked {time}</source>
      <translation>Dossier in orde · nagekeken om {time}</translation>
    </message>
    <message>
      <source>Dossiers</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Dossiers and packets</source>
      <translation>Dossiers en pakketten</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bewerken</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>Fout</translation>
    </message>
    <message>
      <source>Everything could be read and is saved.</source>
      <translation>Alles was leesbaar en is gered.</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Bestand</translation>
    </message>
    <message>
      <source>File type:</source>
      <translation>Bestandstype:</translation>
    </message>
    <message>
      <source>First try it out, in the midst of the scoring?</source>
      <translation>Eerst proberen, midden in het beoordelen?</translation>
    </message>
    <message>
      <source>For which call?</source>
      <translation>Voor welke oproep?</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Verdergaan</translation>
    </message>
    <message>
      <source>Go to</source>
      <translation>Ga naar</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Help</translation>
    </message>
    <message>
      <source>Import the same file again.</source>
      <translation>Importeer hetzelfde bestand opnieuw.</translation>
    </message>
    <message>
      <source>It was done with a reason; do the contrary with a reason too.</source>
      <translation>Het gebeurde met een reden; doe ook het omgekeerde met een reden.</translation>
    </message>
    <message>
      <source>Journal</source>
      <translation>Logboek</translation>
    </message>
    <message>
      <source>Journal in order</source>
      <translation>Logboek in orde</translation>
    </message>
    <message>
      <source>Jury</source>
      <translation>Jury</translation>
    </message>
    <message>
      <source>Jury Desktop stopped unexpectedly last time. Everything that was saved is still there.</source>
      <translation>Jury Desktop is de vorige keer onverwacht gestopt. Alles wat bewaard was, is er nog.</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Sneltoetsen</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Grotere tekst</translation>
    </message>
    <message>
      <source>Leave it empty where your computer proves who you are. It is not kept.</source>
      <translation>Laat dit leeg als je computer bewijst wie je bent. Het wordt nergens bewaard.</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation>Brieven</translation>
    </message>
    <message>
      <source>Light theme</source>
      <translation>Licht thema</translation>
    </message>
    <message>
      <source>Loading…</source>
      <translation>Laden…</translation>
    </message>
    <message>
      <source>Lock, or another user…</source>
      <translation>Vergrendelen of wissel van gebruiker…</translation>
    </message>
    <message>
      <source>Look in:</source>
      <translation>Zoeken in:</translation>
    </message>
    <message>
      <source>Make the sample…</source>
      <translation>Het voorbeeld maken…</translation>
    </message>
    <message>
      <source>Making a backup of before this step…</source>
      <translation>Reservekopie maken van voor deze stap…</translation>
    </message>
    <message>
      <source>Making the backup of today…</source>
      <translation>Reservekopie van vandaag maken…</translation>
    </message>
    <message>
      <source>Making {name}…</source>
      <translation>{name} wordt gemaakt…</translation>
    </message>
    <message>
      <source>Manual</source>
      <translation>Handleiding</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
    <message>
      <source>My scores</source>
      <translation>Mijn beoordeling</translation>
    </message>
    <message>
      <source>New dossier</source>
      <translation>Nieuw dossier</translation>
    </message>
    <message>
      <source>New dossier…</source>
      <translation>Nieuw dossier…</translation>
    </message>
    <message>
      <source>Not read</source>
      <translation>Niet gelezen</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Ter info</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Niets gevonden</translation>
    </message>
    <message>
      <source>Nothing of the dossier has been lost.</source>
      <translation>Er is niets van het dossier verloren.</translation>
    </message>
    <message>
      <source>Open a dossier</source>
      <translation>Dossier openen</translation>
    </message>
    <message>
      <source>Open a dossier…</source>
      <translation>Dossier openen…</translation>
    </message>
    <message>
      <source>Open a packet</source>
      <translation>Een pakket openen</translation>
    </message>
    <message>
      <source>Open again</source>
      <translation>Opnieuw openen</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Map openen</translation>
    </message>
    <message>
      <source>Open the packet…</source>
      <translation>Pakket openen…</translation>
    </message>
    <message>
      <source>Opening {name}…</source>
      <translation>{name} wordt geopend…</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Overzicht</translation>
    </message>
    <message>
      <source>Packets</source>
      <translation>Pakketten</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Wachtwoord</translation>
    </message>
    <message>
      <source>Pitch session</source>
      <translation>Pitchsessie</translation>
    </message>
    <message>
      <source>Planning</source>
      <translation>Planning</translation>
    </message>
    <message>
      <source>Preparing the demonstration…</source>
      <translation>De demonstratie wordt klaargezet…</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Voortgang</translation>
    </message>
    <message>
      <source>Put the backup back</source>
      <translation>Reservekopie terugzetten</translation>
    </message>
    <message>
      <source>Putting back {name}…</source>
      <translation>{name} terugzetten…</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Afsluiten</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Opnieuw lezen</translation>
    </message>
    <message>
      <source>Rebuttal</source>
      <translation>Weerwoord</translation>
    </message>
    <message>
      <source>Recent dossiers</source>
      <translation>Recente dossiers</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Opnieuw</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Verslag</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Resultaten</translation>
    </message>
    <message>
      <source>Save what can be read…</source>
      <translation>Redden wat leesbaar is…</translation>
    </message>
    <message>
      <source>Saving what can be read…</source>
      <translation>Redden wat leesbaar is…</translation>
    </message>
    <message>
      <source>Search or run a command</source>
      <translation>Zoek of voer een opdracht uit</translation>
    </message>
    <message>
      <source>Search or run a command…</source>
      <translation>Zoek of voer een opdracht uit…</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Instellingen</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Kleinere tekst</translation>
    </message>
    <message>
      <source>Something else than the program changed the dossier. {where}: {what}</source>
      <translation>Iets anders dan het programma heeft het dossier gewijzigd. {where}: {what}</translation>
    </message>
    <message>
      <source>Something went wrong in Jury Desktop</source>
      <translation>Er liep iets mis in Jury Desktop</translation>
    </message>
    <message>
      <source>Stages of the procedure</source>
      <translation>Stappen van de procedure</translation>
    </message>
    <message>
      <source>Start again</source>
      <translation>Opnieuw beginnen</translation>
    </message>
    <message>
      <source>Start the demonstration again</source>
      <translation>De demonstratie opnieuw beginnen</translation>
    </message>
    <message>
      <source>Stop the demonstration</source>
      <translation>Demonstratie stoppen</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Wordt gestopt…</translation>
    </message>
    <message>
      <source>The code of before opens nothing any more; give another one.</source>
      <translation>De code van ervoor opent niets meer; geef een andere.</translation>
    </message>
    <message>
      <source>The demonstration is complete. Everything in it is yours to try.</source>
      <translation>De demonstratie is volledig. Alles erin mag je uitproberen.</translation>
    </message>
    <message>
      <source>The demonstration was stopped after step {step} of {total}. What was made, stays.</source>
      <translation>De demonstratie is gestopt na stap {step} van {total}. Wat gemaakt is, blijft.</translation>
    </message>
    <message>
      <source>The dossier is as in the copy again. What was there lies among the backups.</source>
      <translation>Het dossier is weer zoals in de reservekopie. Wat er stond, ligt bij de reservekopieën.</translation>
    </message>
    <message>
      <source>The file has left the program.</source>
      <translation>Het bestand is het programma al uit.</translation>
    </message>
    <message>
      <source>The file was not changed, and stays whatever you choose.</source>
      <translation>Aan het bestand is niets veranderd, en het blijft bewaard wat je ook kiest.</translation>
    </message>
    <message>
      <source>The newest sound backup is of {moment}.</source>
      <translation>De nieuwste reservekopie die in orde is, is van {moment}.</translation>
    </message>
    <message>
      <source>The page “{page}” is not there for your role. Ask the officer what stands on it.</source>
      <translation>De pagina “{page}” is er niet voor jouw rol. Vraag de regisseur wat erop staat.</translation>
    </message>
    <message>
      <source>The regisseur can judge the conflict on the page Jury.</source>
      <translation>De regisseur kan het belangenconflict beoordelen op de pagina Jury.</translation>
    </message>
    <message>
      <source>The report is in {file}.</source>
      <translation>Het verslag staat in {file}.</translation>
    </message>
    <message>
      <source>The step you just took was not finished. Everything that was saved before is still there, and you can go on working. Nothing has been sent to anybody.</source>
      <translation>De laatste stap is niet afgewerkt. Alles wat al bewaard was, is er nog, en je kunt gewoon verder werken. Er is niets naar iemand verstuurd.</translation>
    </message>
    <message>
      <source>There is no sound backup of it that can be put back.</source>
      <translation>Er is geen reservekopie van die in orde is en teruggezet kan worden.</translation>
    </message>
    <message>
      <source>This is a demonstration: a whole selection plays out, day after day. Look around freely.</source>
      <translation>Dit is een demonstratie: een hele selectie speelt zich af, dag na dag. Kijk gerust rond.</translation>
    </message>
    <message>
      <source>This is the demonstration of last time, with everything you changed in it.</source>
      <translation>Dit is de demonstratie van vorige keer, met alles wat je erin veranderde.</translation>
    </message>
    <message>
      <source>This page</source>
      <translation>Deze pagina</translation>
    </message>
    <message>
      <source>This was lost:</source>
      <translation>Dit ging verloren:</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Ongedaan maken</translation>
    </message>
    <message>
      <source>Undone: {step}</source>
      <translation>Ongedaan gemaakt: {step}</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Beeld</translation>
    </message>
    <message>
      <source>Warning</source>
      <translation>Let op</translation>
    </message>
    <message>
      <source>Welcome</source>
      <translation>Welkom</translation>
    </message>
    <message>
      <source>Welcome to Jury Desktop</source>
      <translation>Welkom bij Jury Desktop</translation>
    </message>
    <message>
      <source>What left is not undone by a key. If it did not leave: Letters, Take back dispatch…</source>
      <translation>Wat vertrok, haalt geen toets terug. Vertrok het niet? Brieven, Verzending terugnemen…</translation>
    </message>
    <message>
      <source>What now?</source>
      <translation>Wat nu?</translation>
    </message>
    <message>
      <source>What should happen with {name}?</source>
      <translation>Wat moet er met {name} gebeuren?</translation>
    </message>
    <message>
      <source>What somebody has seen cannot be made unseen.</source>
      <translation>Wat iemand gezien heeft, kan niet meer ongezien worden.</translation>
    </message>
    <message>
      <source>What was submitted is sealed; it changes with a reason only.</source>
      <translation>Wat ingediend is, is verzegeld; het wijzigt alleen met een reden.</translation>
    </message>
    <message>
      <source>Where does the sample go?</source>
      <translation>Waar komt het voorbeeld?</translation>
    </message>
    <message>
      <source>Where does what can be read go?</source>
      <translation>Waar komt wat leesbaar is?</translation>
    </message>
    <message>
      <source>Where the right passphrase and the recovery key do not open it, the beginning of the file may be damaged. A backup asks for the passphrase that it was made with.</source>
      <translation>Als het juiste wachtwoord en de herstelsleutel het niet openen, kan het begin van het bestand beschadigd zijn. Een reservekopie vraagt het wachtwoord waarmee ze gemaakt werd.</translation>
    </message>
    <message>
      <source>Whether everybody signs in is changed under Settings, Signing in.</source>
      <translation>Of iedereen zich aanmeldt, wijzig je bij Instellingen, Aanmelden.</translation>
    </message>
    <message>
      <source>Who changed this?</source>
      <translation>Wie wijzigde dit?</translation>
    </message>
    <message>
      <source>Who changed what is in the journal, which the regisseur reads.</source>
      <translation>Wie wat wijzigde, staat in het logboek; dat leest de regisseur.</translation>
    </message>
    <message>
      <source>With a call file of your own…</source>
      <translation>Met een eigen oproepbestand…</translation>
    </message>
    <message>
      <source>Working…</source>
      <translation>Bezig…</translation>
    </message>
    <message>
      <source>{call} (example)</source>
      <translation>{call} (voorbeeld)</translation>
    </message>
    <message>
      <source>{file} · saved {time}</source>
      <translation>{file} · bewaard {time}</translation>
    </message>
    <message>
      <source>{file} · to read only</source>
      <translation>{file} · alleen lezen</translation>
    </message>
    <message>
      <source>{name} (saved).jury</source>
      <translation>{name} (gered).jury</translation>
    </message>
    <message>
      <source>“{step}” cannot be done again.</source>
      <translation>“{step}” kan niet opnieuw gedaan worden.</translation>
    </message>
    <message>
      <source>“{step}” cannot be undone.</source>
      <translation>“{step}” kan niet ongedaan gemaakt worden.</translation>
    </message>
  </context>
</TS>
