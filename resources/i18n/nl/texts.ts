<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>texts</name>
    <message numerus="yes">
      <source>%n mistakes; a click goes to the line</source>
      <translation>
        <numerusform>%n fout; een klik gaat naar de regel</numerusform>
        <numerusform>%n fouten; een klik gaat naar de regel</numerusform>
      </translation>
    </message>
    <message>
      <source>Appeal</source>
      <translation>Beroep</translation>
    </message>
    <message>
      <source>Approved by (name, service)</source>
      <translation>Goedgekeurd door (naam, dienst)</translation>
    </message>
    <message>
      <source>Approved on</source>
      <translation>Goedgekeurd op</translation>
    </message>
    <message>
      <source>Back to the letters</source>
      <translation>Terug naar de brieven</translation>
    </message>
    <message>
      <source>Back to the shipped text…</source>
      <translation>Terug naar de meegeleverde tekst…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Change the text “{name}”</source>
      <translation>Tekst “{name}” wijzigen</translation>
    </message>
    <message>
      <source>Changes that are not kept</source>
      <translation>Niet bewaarde wijzigingen</translation>
    </message>
    <message>
      <source>Complaint</source>
      <translation>Klacht</translation>
    </message>
    <message>
      <source>Contact person</source>
      <translation>Contactpersoon</translation>
    </message>
    <message>
      <source>Drop the changes</source>
      <translation>Wijzigingen weggooien</translation>
    </message>
    <message>
      <source>Example</source>
      <translation>Voorbeeld</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Veld</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Velden</translation>
    </message>
    <message>
      <source>Go back to the shipped text of “{name}”?</source>
      <translation>Terug naar de meegeleverde tekst van “{name}”?</translation>
    </message>
    <message>
      <source>Go back to the text that the program brings</source>
      <translation>Terug naar de tekst die het programma meebrengt</translation>
    </message>
    <message>
      <source>Insert</source>
      <translation>Invoegen</translation>
    </message>
    <message>
      <source>Insert a field</source>
      <translation>Veld invoegen</translation>
    </message>
    <message>
      <source>Insert a field…</source>
      <translation>Veld invoegen…</translation>
    </message>
    <message>
      <source>Inspection</source>
      <translation>Inzage</translation>
    </message>
    <message>
      <source>Invented dossier</source>
      <translation>Verzonnen dossier</translation>
    </message>
    <message>
      <source>Keep text</source>
      <translation>Tekst bewaren</translation>
    </message>
    <message>
      <source>Legal grounds</source>
      <translation>Rechtsgrond</translation>
    </message>
    <message>
      <source>Letters with this text cannot become final any more. What is final stays as it is.</source>
      <translation>Brieven met deze tekst kunnen niet meer definitief worden. Wat definitief is, blijft zoals het is.</translation>
    </message>
    <message>
      <source>Line {line}</source>
      <translation>Regel {line}</translation>
    </message>
    <message>
      <source>Meaning</source>
      <translation>Betekenis</translation>
    </message>
    <message>
      <source>No mistakes</source>
      <translation>Geen fouten</translation>
    </message>
    <message>
      <source>Note approval</source>
      <translation>Goedkeuring noteren</translation>
    </message>
    <message>
      <source>Note approval…</source>
      <translation>Goedkeuring noteren…</translation>
    </message>
    <message numerus="yes">
      <source>Note the approval of %n text blocks</source>
      <translation>
        <numerusform>Goedkeuring van %n tekstblok noteren</numerusform>
        <numerusform>Goedkeuring van %n tekstblokken noteren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Note the approval of %n text blocks…</source>
      <translation>
        <numerusform>Goedkeuring van %n tekstblok noteren…</numerusform>
        <numerusform>Goedkeuring van %n tekstblokken noteren…</numerusform>
      </translation>
    </message>
    <message>
      <source>Only a text without mistakes can be kept</source>
      <translation>Alleen een tekst zonder fouten kan je bewaren</translation>
    </message>
    <message>
      <source>Personal data</source>
      <translation>Persoonsgegevens</translation>
    </message>
    <message>
      <source>Read and edit</source>
      <translation>Lezen en bewerken</translation>
    </message>
    <message>
      <source>Rebuttal</source>
      <translation>Weerwoord</translation>
    </message>
    <message>
      <source>Rests on: {law}</source>
      <translation>Steunt op: {law}</translation>
    </message>
    <message>
      <source>Search by name or meaning</source>
      <translation>Zoek op naam of betekenis</translation>
    </message>
    <message>
      <source>Shipped text</source>
      <translation>Meegeleverde tekst</translation>
    </message>
    <message>
      <source>Shipped text of “{name}”</source>
      <translation>Meegeleverde tekst van “{name}”</translation>
    </message>
    <message>
      <source>Shipped text…</source>
      <translation>Meegeleverde tekst…</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Onderwerp</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Tekst</translation>
    </message>
    <message>
      <source>Text blocks</source>
      <translation>Tekstblokken</translation>
    </message>
    <message>
      <source>Texts</source>
      <translation>Teksten</translation>
    </message>
    <message>
      <source>The example shows the text of before the mistake.</source>
      <translation>Het voorbeeld toont de tekst van vóór de fout.</translation>
    </message>
    <message>
      <source>The legal texts in the letters. A lawyer approves them; until then no letter becomes final. Who changes a text asks for a new approval.</source>
      <translation>De wettelijke teksten in de brieven. Een jurist keurt ze goed; tot dan wordt geen brief definitief. Wie een tekst wijzigt, vraagt de goedkeuring opnieuw.</translation>
    </message>
    <message>
      <source>The text has been kept. Drafts that use it are out of date.</source>
      <translation>De tekst is bewaard. Conceptbrieven die hem gebruiken, zijn verouderd.</translation>
    </message>
    <message>
      <source>Version {version} · {told}</source>
      <translation>Versie {version} · {told}</translation>
    </message>
    <message>
      <source>What is wrong with the text</source>
      <translation>Wat er scheelt aan de tekst</translation>
    </message>
    <message>
      <source>Whole text</source>
      <translation>Hele tekst</translation>
    </message>
    <message>
      <source>Withdraw approval</source>
      <translation>Goedkeuring intrekken</translation>
    </message>
    <message>
      <source>Withdraw approval…</source>
      <translation>Goedkeuring intrekken…</translation>
    </message>
    <message>
      <source>Withdraw the approval of “{name}”?</source>
      <translation>De goedkeuring van “{name}” intrekken?</translation>
    </message>
    <message>
      <source>You changed these texts and have not kept them: {names}.</source>
      <translation>Je wijzigde deze teksten en hebt ze niet bewaard: {names}.</translation>
    </message>
    <message>
      <source>You note that a lawyer read these texts as they are now, and approved them. The journal keeps who, when and which version.</source>
      <translation>Je noteert dat een jurist deze teksten las zoals ze nu zijn, en ze goedkeurde. Het logboek bewaart wie, wanneer en welke versie.</translation>
    </message>
    <message>
      <source>Your own words go out of the dossier; the journal keeps them, and Ctrl+Z brings them back.</source>
      <translation>Je eigen woorden gaan uit het dossier; het logboek bewaart ze, en Ctrl+Z brengt ze terug.</translation>
    </message>
    <message>
      <source>approved</source>
      <translation>goedgekeurd</translation>
    </message>
    <message>
      <source>approved by {lawyer} on {day}; noted by {by}</source>
      <translation>goedgekeurd door {lawyer} op {day}; genoteerd door {by}</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>gewijzigd</translation>
    </message>
    <message>
      <source>changed since {lawyer} approved version {version} ({day})</source>
      <translation>gewijzigd sinds {lawyer} versie {version} goedkeurde ({day})</translation>
    </message>
    <message>
      <source>difficult dossier</source>
      <translation>moeilijk dossier</translation>
    </message>
    <message>
      <source>no value in this letter</source>
      <translation>geen waarde in deze brief</translation>
    </message>
    <message>
      <source>not kept</source>
      <translation>niet bewaard</translation>
    </message>
    <message>
      <source>ordinary dossier</source>
      <translation>gewoon dossier</translation>
    </message>
    <message>
      <source>own</source>
      <translation>eigen tekst</translation>
    </message>
    <message>
      <source>short dossier</source>
      <translation>kort dossier</translation>
    </message>
    <message>
      <source>to approve</source>
      <translation>goed te keuren</translation>
    </message>
    <message>
      <source>to be approved</source>
      <translation>goed te keuren</translation>
    </message>
    <message>
      <source>to be approved by a lawyer</source>
      <translation>door een jurist goed te keuren</translation>
    </message>
    <message>
      <source>{name} · version {version}</source>
      <translation>{name} · versie {version}</translation>
    </message>
  </context>
</TS>
