<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>session</name>
    <message numerus="yes">
      <source>%n minutes late</source>
      <translation>
        <numerusform>%n minute late</numerusform>
        <numerusform>%n minutes late</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches are expected at another hour. The plan stays as it is.</source>
      <translation>
        <numerusform>%n pitch is expected at another hour. The plan stays as it is.</numerusform>
        <numerusform>%n pitches are expected at another hour. The plan stays as it is.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches get another expected hour.</source>
      <translation>
        <numerusform>%n pitch gets another expected hour.</numerusform>
        <numerusform>%n pitches get another expected hour.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Also for %n later pitches of this session</source>
      <translation>
        <numerusform>Also for the later pitch of this session</numerusform>
        <numerusform>Also for %n later pitches of this session</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Runs %n minutes late.</source>
      <translation>
        <numerusform>Runs %n minute late.</numerusform>
        <numerusform>Runs %n minutes late.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>With %n of them it hits somebody.</source>
      <translation>
        <numerusform>With %n of them it hits somebody.</numerusform>
        <numerusform>With %n of them it hits somebody.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>missed %n minutes</source>
      <translation>
        <numerusform>missed %n minute</numerusform>
        <numerusform>missed %n minutes</numerusform>
      </translation>
    </message>
  </context>
</TS>
