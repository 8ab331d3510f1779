<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>windows</name>
    <message numerus="yes">
      <source>%n candidates were invited to the earlier address: {names}.</source>
      <translation>
        <numerusform>Eén kandidaat kreeg een uitnodiging voor het vorige adres: {names}.</numerusform>
        <numerusform>%n kandidaten kregen een uitnodiging voor het vorige adres: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n jurors</source>
      <translation>
        <numerusform>%n jurylid</numerusform>
        <numerusform>%n juryleden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n jurors have to be asked whether they can come: {names}.</source>
      <translation>
        <numerusform>Eén jurylid moet je vragen of het kan: {names}.</numerusform>
        <numerusform>%n juryleden moet je vragen of ze kunnen: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches lose their place: {names}.</source>
      <translation>
        <numerusform>Eén pitch verliest zijn plaats: {names}.</numerusform>
        <numerusform>%n pitches verliezen hun plaats: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches need another place: plan again.</source>
      <translation>
        <numerusform>Eén pitch moet een andere plaats krijgen: plan opnieuw.</numerusform>
        <numerusform>%n pitches moeten een andere plaats krijgen: plan opnieuw.</numerusform>
      </translation>
    </message>
    <message>
      <source>A new invitation will be ready under Letters.</source>
      <translation>Bij Brieven komt een nieuwe uitnodiging klaar te staan.</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Toevoegen</translation>
    </message>
    <message>
      <source>Add the session of {session}</source>
      <translation>Sessie van {session} toevoegen</translation>
    </message>
    <message>
      <source>Add this session?</source>
      <translation>Deze sessie toevoegen?</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>Toevoegen…</translation>
    </message>
    <message>
      <source>All have answered</source>
      <translation>Allen hebben geantwoord</translation>
    </message>
    <message>
      <source>Answers about the session of {session}</source>
      <translation>Antwoorden over de sessie van {session}</translation>
    </message>
    <message>
      <source>Ask again who can come on {session}: {names}.</source>
      <translation>Vraag opnieuw wie kan op {session}: {names}.</translation>
    </message>
    <message>
      <source>Availability…</source>
      <translation>Beschikbaarheid…</translation>
    </message>
    <message>
      <source>Begins</source>
      <translation>Begin</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Wijzigen</translation>
    </message>
    <message>
      <source>Change session</source>
      <translation>Sessie wijzigen</translation>
    </message>
    <message>
      <source>Change the session to {session}</source>
      <translation>Sessie gewijzigd naar {session}</translation>
    </message>
    <message>
      <source>Change this session?</source>
      <translation>Deze sessie wijzigen?</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Wijzigen…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Dag</translation>
    </message>
    <message>
      <source>Empty: the address of the pitches under Settings.</source>
      <translation>Leeg: het adres van de pitches bij Instellingen.</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Einde</translation>
    </message>
    <message>
      <source>Hours</source>
      <translation>Uren</translation>
    </message>
    <message>
      <source>How candidates take part, for instance the address of the meeting.</source>
      <translation>Hoe kandidaten deelnemen, bijvoorbeeld het webadres van de vergadering.</translation>
    </message>
    <message>
      <source>Jurors to be asked</source>
      <translation>Te vragen aan juryleden</translation>
    </message>
    <message>
      <source>Names of the rooms</source>
      <translation>Namen van de zalen</translation>
    </message>
    <message>
      <source>New session</source>
      <translation>Nieuwe sessie</translation>
    </message>
    <message>
      <source>Noted: all jurors have answered about {session}.</source>
      <translation>Genoteerd: alle juryleden hebben geantwoord over {session}.</translation>
    </message>
    <message>
      <source>Online</source>
      <translation>Online</translation>
    </message>
    <message>
      <source>Pitches</source>
      <translation>Pitches</translation>
    </message>
    <message>
      <source>Plan again afterwards.</source>
      <translation>Plan daarna opnieuw.</translation>
    </message>
    <message>
      <source>Plan again afterwards: then as few communicated pitches as possible move.</source>
      <translation>Plan daarna opnieuw: dan verschuiven zo weinig mogelijk meegedeelde pitches.</translation>
    </message>
    <message>
      <source>Reason (for the journal)</source>
      <translation>Reden (voor het logboek)</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Verwijderen</translation>
    </message>
    <message>
      <source>Remove the session of {session}</source>
      <translation>Sessie van {session} verwijderen</translation>
    </message>
    <message>
      <source>Remove this session?</source>
      <translation>Deze sessie verwijderen?</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Verwijderen…</translation>
    </message>
    <message>
      <source>Rooms</source>
      <translation>Zalen</translation>
    </message>
    <message>
      <source>Rooms: {before} → {after}.</source>
      <translation>Zalen: {before} → {after}.</translation>
    </message>
    <message>
      <source>Separated by commas. A room without a name goes by its number.</source>
      <translation>Gescheiden door komma's. Een zaal zonder naam krijgt haar nummer.</translation>
    </message>
    <message>
      <source>Sessions of the pitches</source>
      <translation>Sessies van de pitches</translation>
    </message>
    <message>
      <source>The call file gave the first sessions; here you change them for this dossier. What it does to the plan and the jury is said before it is kept. Enter changes the chosen session, Delete removes it.</source>
      <translation>De eerste sessies komen uit de oproep; hier wijzig je ze voor dit dossier. Wat dat doet met de planning en de jury, lees je voor het bewaard wordt. Enter wijzigt de gekozen sessie, Delete verwijdert ze.</translation>
    </message>
    <message numerus="yes">
      <source>The hour of %n of them was communicated: {names}.</source>
      <translation>
        <numerusform>Van één ervan is het uur meegedeeld: {names}.</numerusform>
        <numerusform>Van %n ervan is het uur meegedeeld: {names}.</numerusform>
      </translation>
    </message>
    <message>
      <source>The session is now {session}.</source>
      <translation>De sessie is nu {session}.</translation>
    </message>
    <message>
      <source>The session of {session} has been added.</source>
      <translation>De sessie van {session} is toegevoegd.</translation>
    </message>
    <message>
      <source>The session of {session} has been removed.</source>
      <translation>De sessie van {session} is verwijderd.</translation>
    </message>
    <message>
      <source>Their lock lapses: {names}.</source>
      <translation>De vergrendeling vervalt van: {names}.</translation>
    </message>
    <message>
      <source>They had asked for this session, and that wish lapses: {names}.</source>
      <translation>Ze hadden deze sessie gevraagd, en die wens vervalt: {names}.</translation>
    </message>
    <message>
      <source>To be asked</source>
      <translation>Te vragen</translation>
    </message>
    <message>
      <source>What they said before is kept for the hours that stay.</source>
      <translation>Wat ze al zeiden, blijft bewaard voor de uren die blijven.</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Waar</translation>
    </message>
    <message>
      <source>as under Settings</source>
      <translation>zoals bij Instellingen</translation>
    </message>
    <message>
      <source>online</source>
      <translation>online</translation>
    </message>
    <message>
      <source>room {number}</source>
      <translation>zaal {number}</translation>
    </message>
    <message>
      <source>side by side</source>
      <translation>naast elkaar</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} en nog {count}</translation>
    </message>
  </context>
</TS>
