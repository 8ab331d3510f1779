<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>jury</name>
    <message numerus="yes">
      <source>%n already the same</source>
      <translation>
        <numerusform>%n already the same</numerusform>
        <numerusform>%n already the same</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidacies</source>
      <translation>
        <numerusform>%n candidacy</numerusform>
        <numerusform>%n candidacies</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n changed</source>
      <translation>
        <numerusform>%n changed</numerusform>
        <numerusform>%n changed</numerusform>
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
      <source>%n jurors added</source>
      <translation>
        <numerusform>%n juror added</numerusform>
        <numerusform>%n jurors added</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n kept as a draft</source>
      <translation>
        <numerusform>%n kept as a draft</numerusform>
        <numerusform>%n kept as a draft</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n not taken over</source>
      <translation>
        <numerusform>%n not taken over</numerusform>
        <numerusform>%n not taken over</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n observers</source>
      <translation>
        <numerusform>%n observer</numerusform>
        <numerusform>%n observers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n refused</source>
      <translation>
        <numerusform>%n refused</numerusform>
        <numerusform>%n refused</numerusform>
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
      <source>%n sheets submitted</source>
      <translation>
        <numerusform>%n sheet submitted</numerusform>
        <numerusform>%n sheets submitted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suspected conflicts wait for your judgement</source>
      <translation>
        <numerusform>%n suspected conflict waits for your judgement</numerusform>
        <numerusform>%n suspected conflicts wait for your judgement</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to add</source>
      <translation>
        <numerusform>%n to add</numerusform>
        <numerusform>%n to add</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to change</source>
      <translation>
        <numerusform>%n to change</numerusform>
        <numerusform>%n to change</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to judge</source>
      <translation>
        <numerusform>%n to judge</numerusform>
        <numerusform>%n to judge</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Kept away from %n candidacies</source>
      <translation>
        <numerusform>Kept away from %n candidacy</numerusform>
        <numerusform>Kept away from %n candidacies</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The availability of %n jurors has been changed.</source>
      <translation>
        <numerusform>The availability of %n juror has been changed.</numerusform>
        <numerusform>The availability of %n jurors has been changed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The availability of %n jurors that you changed here is lost.</source>
      <translation>
        <numerusform>The availability of %n juror that you changed here is lost.</numerusform>
        <numerusform>The availability of %n jurors that you changed here is lost.</numerusform>
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
      <source>per %n minutes</source>
      <translation>
        <numerusform>per minute</numerusform>
        <numerusform>per %n minutes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{done} of %n pitch sheets submitted</source>
      <translation>
        <numerusform>{done} of %n pitch sheet submitted</numerusform>
        <numerusform>{done} of %n pitch sheets submitted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{done} of %n written sheets submitted</source>
      <translation>
        <numerusform>{done} of %n written sheet submitted</numerusform>
        <numerusform>{done} of %n written sheets submitted</numerusform>
      </translation>
    </message>
  </context>
</TS>
