<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>desk</name>
    <message numerus="yes">
      <source>%n sheets have not been submitted yet. They go along as drafts, and do not count before they are submitted. You can go on here afterwards and send a sheet again.</source>
      <translation>
        <numerusform>Eén beoordeling is nog niet ingediend. Ze gaat mee als concept en telt pas zodra ze ingediend is. Je kunt hier daarna verdergaan en opnieuw een blad sturen.</numerusform>
        <numerusform>%n beoordelingen zijn nog niet ingediend. Ze gaan mee als concept en tellen pas zodra ze ingediend zijn. Je kunt hier daarna verdergaan en opnieuw een blad sturen.</numerusform>
      </translation>
    </message>
    <message>
      <source>A session must begin before it ends.</source>
      <translation>Een sessie moet beginnen voor ze eindigt.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Do not score this candidacy, and tell {contact}: it then leaves your list.</source>
      <translation>Beoordeel deze kandidatuur niet en meld het aan {contact}: dan verdwijnt ze van je lijst.</translation>
    </message>
    <message>
      <source>Exactly as it was chosen. Who has lost it types the recovery key.</source>
      <translation>Precies zoals het gekozen is. Wie het kwijt is, typt de herstelsleutel.</translation>
    </message>
    <message>
      <source>It does not open…</source>
      <translation>Het gaat niet open…</translation>
    </message>
    <message>
      <source>My scores</source>
      <translation>Mijn beoordeling</translation>
    </message>
    <message>
      <source>Not everything has been submitted</source>
      <translation>Niet alles is ingediend</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Openen</translation>
    </message>
    <message>
      <source>Open a packet</source>
      <translation>Een pakket openen</translation>
    </message>
    <message>
      <source>Open a protected dossier</source>
      <translation>Een beveiligd dossier openen</translation>
    </message>
    <message>
      <source>Opening…</source>
      <translation>Openen…</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Wachtzin</translation>
    </message>
    <message>
      <source>Passphrase or recovery key</source>
      <translation>Wachtwoord of herstelsleutel</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Bewaren</translation>
    </message>
    <message>
      <source>Send it back like this</source>
      <translation>Zo terugsturen</translation>
    </message>
    <message>
      <source>Send the sheet back…</source>
      <translation>Blad terugsturen…</translation>
    </message>
    <message>
      <source>Sheets of jurors</source>
      <translation>Bladen van juryleden</translation>
    </message>
    <message>
      <source>Show what I type</source>
      <translation>Toon wat ik typ</translation>
    </message>
    <message>
      <source>Six words that you were told apart. Capitals, spaces and hyphens make no difference.</source>
      <translation>Zes woorden die je apart kreeg. Hoofdletters, spaties en streepjes maken geen verschil.</translation>
    </message>
    <message>
      <source>The pitches are planned when enough jurors can come. The officer sees what you say here.</source>
      <translation>De pitches worden gepland wanneer genoeg juryleden kunnen komen. De regisseur ziet wat je hier opgeeft.</translation>
    </message>
    <message>
      <source>When I can sit</source>
      <translation>Wanneer ik kan zetelen</translation>
    </message>
    <message>
      <source>When I can sit…</source>
      <translation>Wanneer ik kan zetelen…</translation>
    </message>
    <message>
      <source>When you can sit has been kept.</source>
      <translation>Wanneer je kunt zetelen, is bewaard.</translation>
    </message>
    <message>
      <source>Where does the sheet go?</source>
      <translation>Waar komt het blad?</translation>
    </message>
    <message>
      <source>Your sheet lies in {file}. Mail that file to {whom}. It is locked: nobody reads it on the way.</source>
      <translation>Je blad ligt in {file}. Mail dat bestand naar {whom}. Het is vergrendeld: onderweg leest niemand het.</translation>
    </message>
    <message>
      <source>availability hours sessions pitches</source>
      <translation>beschikbaarheid uren sessies pitches availability</translation>
    </message>
    <message>
      <source>pitch round</source>
      <translation>pitchronde</translation>
    </message>
    <message>
      <source>written round</source>
      <translation>schriftelijke ronde</translation>
    </message>
  </context>
</TS>
