<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>privacy</name>
    <message>
      <source>A name or an address on each line, as the person may have written it.</source>
      <translation>Op elke regel een naam of adres, zoals die persoon het geschreven kan hebben.</translation>
    </message>
    <message>
      <source>An archive is a dossier of its own with the scores, terms and decisions. Names, addresses, messages, files and everything that people wrote are not in it.</source>
      <translation>Een archief is een dossier op zich met de scores, termijnen en beslissingen. Namen, adressen, berichten, bestanden en alles wat mensen schreven, staan er niet in.</translation>
    </message>
    <message>
      <source>Anonymous archive</source>
      <translation>Anoniem archief</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>Kies een bestand…</translation>
    </message>
    <message>
      <source>Choose where the report comes…</source>
      <translation>Kies waar het verslag komt…</translation>
    </message>
    <message>
      <source>Data protection</source>
      <translation>Gegevensbescherming</translation>
    </message>
    <message>
      <source>Delete this dossier for good</source>
      <translation>Dit dossier voorgoed verwijderen</translation>
    </message>
    <message>
      <source>Delete this dossier…</source>
      <translation>Dit dossier verwijderen…</translation>
    </message>
    <message>
      <source>Deleting overwrites the file and its copies in the same folder, and takes them away. A report says what was deleted, how much, when and on what ground.</source>
      <translation>Verwijderen overschrijft het bestand en zijn kopieën in dezelfde map, en haalt ze weg. Een verslag zegt wat verwijderd werd, hoeveel, wanneer en op welke grond.</translation>
    </message>
    <message>
      <source>Deleting the dossier…</source>
      <translation>Het dossier wordt verwijderd…</translation>
    </message>
    <message>
      <source>Dossiers</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Files that go</source>
      <translation>Bestanden die verdwijnen</translation>
    </message>
    <message>
      <source>For ESF+ supporting documents are kept for five years from 31 December of the year of the last payment (Regulation (EU) 2021/1060, article 82). Ask what holds for your dossier.</source>
      <translation>Voor ESF+ blijven bewijsstukken vijf jaar bewaard vanaf 31 december van het jaar van de laatste betaling (Verordening (EU) 2021/1060, artikel 82). Vraag na wat voor jouw dossier geldt.</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Bevat</translation>
    </message>
    <message>
      <source>How long it is kept</source>
      <translation>Hoelang het bewaard blijft</translation>
    </message>
    <message>
      <source>How long the dossier is kept has been set.</source>
      <translation>De bewaartermijn is vastgelegd.</translation>
    </message>
    <message>
      <source>Jane Doe
jane.doe@organisation.example</source>
      <translation>An Peeters
an.peeters@organisatie.example</translation>
    </message>
    <message>
      <source>Keep this</source>
      <translation>Vastleggen</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Laatste dag</translation>
    </message>
    <message>
      <source>Look up…</source>
      <translation>Opzoeken…</translation>
    </message>
    <message>
      <source>Looking through the dossier…</source>
      <translation>Het dossier wordt doorzocht…</translation>
    </message>
    <message>
      <source>Make an anonymous archive</source>
      <translation>Anoniem archief maken</translation>
    </message>
    <message>
      <source>Make an anonymous archive…</source>
      <translation>Anoniem archief maken…</translation>
    </message>
    <message>
      <source>Nothing brings it back. The report is written first; without it nothing is deleted.</source>
      <translation>Niets brengt het terug. Het verslag wordt eerst geschreven; zonder verslag wordt er niets verwijderd.</translation>
    </message>
    <message>
      <source>On what ground</source>
      <translation>Op welke grond</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Map openen</translation>
    </message>
    <message>
      <source>Report of the deletion</source>
      <translation>Verslag van de verwijdering</translation>
    </message>
    <message>
      <source>Set how long the dossier is kept</source>
      <translation>Bewaartermijn vastleggen</translation>
    </message>
    <message>
      <source>The dossier holds data on people. It is kept as long as somebody needs it, and no longer.</source>
      <translation>In het dossier staan gegevens over mensen. Het blijft bewaard zolang iemand het nodig heeft, en niet langer.</translation>
    </message>
    <message>
      <source>The journal of the dossier notes that it was made. Name nobody in the reason: it goes along.</source>
      <translation>Het logboek van het dossier noteert dat het gemaakt werd. Noem niemand in de grond: die gaat mee in het archief.</translation>
    </message>
    <message>
      <source>The law, regulation or decision that asks it</source>
      <translation>De wet, verordening of beslissing die dat vraagt</translation>
    </message>
    <message>
      <source>Type the name of the file to confirm</source>
      <translation>Typ de naam van het bestand om te bevestigen</translation>
    </message>
    <message>
      <source>What it holds on one person</source>
      <translation>Wat het over één persoon bewaart</translation>
    </message>
    <message>
      <source>When it is no longer needed</source>
      <translation>Als het niet meer nodig is</translation>
    </message>
    <message>
      <source>Where do the data come?</source>
      <translation>Waar komen de gegevens?</translation>
    </message>
    <message>
      <source>Who asks what you keep on them gets an answer within a month (GDPR, articles 12 and 15).</source>
      <translation>Wie vraagt wat je over hem of haar bewaart, krijgt binnen een maand antwoord (AVG, artikelen 12 en 15).</translation>
    </message>
    <message>
      <source>Whom to look for</source>
      <translation>Wie je zoekt</translation>
    </message>
    <message>
      <source>Write out what is held on one person</source>
      <translation>Gegevens over één persoon uitschrijven</translation>
    </message>
    <message>
      <source>Write to a folder…</source>
      <translation>In een map schrijven…</translation>
    </message>
    <message numerus="yes">
      <source>and %n more copies</source>
      <translation>
        <numerusform>en nog %n kopie</numerusform>
        <numerusform>en nog %n kopieën</numerusform>
      </translation>
    </message>
    <message>
      <source>archive</source>
      <comment>file name</comment>
      <translation>archief</translation>
    </message>
  </context>
</TS>
