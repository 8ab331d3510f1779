<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>rebuttal</name>
    <message numerus="yes">
      <source>%n days left</source>
      <translation>
        <numerusform>nog %n dag</numerusform>
        <numerusform>nog %n dagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n terms running</source>
      <translation>
        <numerusform>%n lopende termijn</numerusform>
        <numerusform>%n lopende termijnen</numerusform>
      </translation>
    </message>
    <message>
      <source>A term starts as soon as a letter with a decision has been sent.</source>
      <translation>Een termijn begint zodra een brief met een beslissing verstuurd is.</translation>
    </message>
    <message>
      <source>Another argument</source>
      <translation>Nog een argument</translation>
    </message>
    <message>
      <source>Answer of the jury</source>
      <translation>Antwoord van de jury</translation>
    </message>
    <message>
      <source>Answer rebuttal</source>
      <translation>Weerwoord beantwoorden</translation>
    </message>
    <message>
      <source>Answer to argument {number}</source>
      <translation>Antwoord op argument {number}</translation>
    </message>
    <message>
      <source>Argument {number}</source>
      <translation>Argument {number}</translation>
    </message>
    <message>
      <source>Arguments</source>
      <translation>Argumenten</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Conclude rebuttal</source>
      <translation>Weerwoord afsluiten</translation>
    </message>
    <message>
      <source>Criterion of argument {number}</source>
      <translation>Criterium van argument {number}</translation>
    </message>
    <message>
      <source>How</source>
      <translation>Hoe</translation>
    </message>
    <message>
      <source>Keep answers</source>
      <translation>Antwoorden bewaren</translation>
    </message>
    <message>
      <source>Keep rebuttal</source>
      <translation>Weerwoord bewaren</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Laatste dag</translation>
    </message>
    <message>
      <source>Last day: {day}, {hour}</source>
      <translation>Laatste dag: {day}, {hour}</translation>
    </message>
    <message>
      <source>Letter</source>
      <translation>Brief</translation>
    </message>
    <message>
      <source>No answer: it came too late.</source>
      <translation>Geen antwoord: het kwam te laat.</translation>
    </message>
    <message>
      <source>No rebuttal has come in.</source>
      <translation>Er kwam geen weerwoord binnen.</translation>
    </message>
    <message>
      <source>No term is running</source>
      <translation>Er loopt nog geen termijn</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisatie</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Besluit</translation>
    </message>
    <message>
      <source>Reasons (come into the letter)</source>
      <translation>Reden (komt in de brief)</translation>
    </message>
    <message>
      <source>Rebuttal</source>
      <translation>Weerwoord</translation>
    </message>
    <message>
      <source>Rebuttal of {moment}</source>
      <translation>Weerwoord van {moment}</translation>
    </message>
    <message>
      <source>Received on</source>
      <translation>Ontvangen op</translation>
    </message>
    <message>
      <source>Register rebuttal</source>
      <translation>Weerwoord registreren</translation>
    </message>
    <message>
      <source>Register rebuttal…</source>
      <translation>Weerwoord registreren…</translation>
    </message>
    <message>
      <source>Term</source>
      <translation>Termijn</translation>
    </message>
    <message>
      <source>Term and rebuttals</source>
      <translation>Termijn en weerwoord</translation>
    </message>
    <message>
      <source>Terms</source>
      <translation>Termijnen</translation>
    </message>
    <message>
      <source>To letters</source>
      <translation>Naar brieven</translation>
    </message>
    <message>
      <source>Write down at least one argument.</source>
      <translation>Noteer minstens één argument.</translation>
    </message>
    <message>
      <source>decision confirmed</source>
      <translation>bevestigd</translation>
    </message>
    <message>
      <source>decision revised</source>
      <translation>herzien</translation>
    </message>
    <message>
      <source>ended</source>
      <translation>afgelopen</translation>
    </message>
    <message>
      <source>in time</source>
      <translation>op tijd</translation>
    </message>
    <message>
      <source>last day</source>
      <translation>laatste dag</translation>
    </message>
    <message>
      <source>not admissible</source>
      <translation>niet ontvankelijk</translation>
    </message>
    <message>
      <source>not saved</source>
      <translation>niet bewaard</translation>
    </message>
    <message>
      <source>the decision as a whole</source>
      <translation>de beslissing als geheel</translation>
    </message>
    <message>
      <source>to answer</source>
      <translation>te beantwoorden</translation>
    </message>
    <message>
      <source>too late</source>
      <translation>te laat</translation>
    </message>
  </context>
</TS>
