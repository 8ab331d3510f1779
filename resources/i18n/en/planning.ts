<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>planning</name>
    <message numerus="yes">
      <source>%n candidates</source>
      <translation>
        <numerusform>%n candidate</numerusform>
        <numerusform>%n candidates</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidates wait for a place</source>
      <translation>
        <numerusform>%n candidate waits for a place</numerusform>
        <numerusform>%n candidates wait for a place</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n communicated pitches move.</source>
      <translation>
        <numerusform>%n communicated pitch moves.</numerusform>
        <numerusform>%n communicated pitches move.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n communicated pitches move: {names}.</source>
      <translation>
        <numerusform>One communicated pitch moves: {names}.</numerusform>
        <numerusform>%n communicated pitches move: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n get a place</source>
      <translation>
        <numerusform>%n gets a place</numerusform>
        <numerusform>%n get a place</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n have none: {names}.</source>
      <translation>
        <numerusform>%n has none: {names}.</numerusform>
        <numerusform>%n have none: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n jurors</source>
      <translation>
        <numerusform>%n juror</numerusform>
        <numerusform>%n jurors</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n keep their hour before another panel</source>
      <translation>
        <numerusform>%n keeps its hour before another panel</numerusform>
        <numerusform>%n keep their hour before another panel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n lose their place</source>
      <translation>
        <numerusform>%n loses its place</numerusform>
        <numerusform>%n lose their place</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them had been told an hour: {names}.</source>
      <translation>
        <numerusform>%n of them had been told an hour: {names}.</numerusform>
        <numerusform>%n of them had been told an hour: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pages sent to the printer.</source>
      <translation>
        <numerusform>%n page sent to the printer.</numerusform>
        <numerusform>%n pages sent to the printer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches</source>
      <translation>
        <numerusform>%n pitch</numerusform>
        <numerusform>%n pitches</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches have a place.</source>
      <translation>
        <numerusform>%n pitch has a place.</numerusform>
        <numerusform>%n pitches have a place.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches move</source>
      <translation>
        <numerusform>%n pitch moves</numerusform>
        <numerusform>%n pitches move</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches stand elsewhere than in that version: {names}.</source>
      <translation>
        <numerusform>One pitch stands elsewhere than in that version: {names}.</numerusform>
        <numerusform>%n pitches stand elsewhere than in that version: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sessions</source>
      <translation>
        <numerusform>%n session</numerusform>
        <numerusform>%n sessions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The session of {session} begins %n minutes earlier</source>
      <translation>
        <numerusform>The session of {session} begins %n minute earlier</numerusform>
        <numerusform>The session of {session} begins %n minutes earlier</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The session of {session} begins %n minutes later</source>
      <translation>
        <numerusform>The session of {session} begins %n minute later</numerusform>
        <numerusform>The session of {session} begins %n minutes later</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>of %n minutes</source>
      <translation>
        <numerusform>of %n minute</numerusform>
        <numerusform>of %n minutes</numerusform>
      </translation>
    </message>
  </context>
</TS>
