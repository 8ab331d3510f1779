<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>assessment</name>
    <message numerus="yes">
      <source>%n already the same</source>
      <translation>
        <numerusform>%n already the same</numerusform>
        <numerusform>%n already the same</numerusform>
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
      <source>%n files with sheets lie in {folder}, one for each juror.</source>
      <translation>
        <numerusform>%n file with sheets lies in {folder}, one for each juror.</numerusform>
        <numerusform>%n files with sheets lie in {folder}, one for each juror.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n goals have no mark yet. Marks count for the coverage, never for the score.</source>
      <translation>
        <numerusform>One goal has no mark yet. Marks count for the coverage, never for the score.</numerusform>
        <numerusform>%n goals have no mark yet. Marks count for the coverage, never for the score.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n goals · {unmarked} to mark</source>
      <translation>
        <numerusform>%n goal · {unmarked} to mark</numerusform>
        <numerusform>%n goals · {unmarked} to mark</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n jurors have not submitted yet. What the others gave then stands side by side.</source>
      <translation>
        <numerusform>One juror has not submitted yet. What the others gave then stands side by side.</numerusform>
        <numerusform>%n jurors have not submitted yet. What the others gave then stands side by side.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n missing</source>
      <translation>
        <numerusform>%n missing</numerusform>
        <numerusform>%n missing</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n points</source>
      <translation>
        <numerusform>%n point</numerusform>
        <numerusform>%n points</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rows refused</source>
      <translation>
        <numerusform>%n row refused</numerusform>
        <numerusform>%n rows refused</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n scores added</source>
      <translation>
        <numerusform>%n score added</numerusform>
        <numerusform>%n scores added</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n scores to add</source>
      <translation>
        <numerusform>%n score to add</numerusform>
        <numerusform>%n scores to add</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sheets have been submitted.</source>
      <translation>
        <numerusform>%n sheet has been submitted.</numerusform>
        <numerusform>%n sheets have been submitted.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sheets have not been submitted and will not count. The scores of this round open.</source>
      <translation>
        <numerusform>%n sheet has not been submitted and will not count. The scores of this round open.</numerusform>
        <numerusform>%n sheets have not been submitted and will not count. The scores of this round open.</numerusform>
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
      <source>%n to change</source>
      <translation>
        <numerusform>%n to change</numerusform>
        <numerusform>%n to change</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Practice: {done} of %n submitted</source>
      <translation>
        <numerusform>Practice: {done} of %n submitted</numerusform>
        <numerusform>Practice: {done} of %n submitted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Submit %n complete sheets</source>
      <translation>
        <numerusform>Submit %n complete sheet</numerusform>
        <numerusform>Submit %n complete sheets</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Whole round: {done} of %n submitted</source>
      <translation>
        <numerusform>Whole round: {done} of %n submitted</numerusform>
        <numerusform>Whole round: {done} of %n submitted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>entered twice, %n missing</source>
      <translation>
        <numerusform>entered twice, %n missing</numerusform>
        <numerusform>entered twice, %n missing</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{done} of %n complete</source>
      <translation>
        <numerusform>{done} of %n complete</numerusform>
        <numerusform>{done} of %n complete</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{shown} of %n goals shown</source>
      <translation>
        <numerusform>{shown} of %n goal shown</numerusform>
        <numerusform>{shown} of %n goals shown</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>… and %n more</source>
      <translation>
        <numerusform>… and %n more</numerusform>
        <numerusform>… and %n more</numerusform>
      </translation>
    </message>
  </context>
</TS>
