<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>deliberation</name>
    <message numerus="yes">
      <source>%n candidacies are sealed until every juror has submitted.</source>
      <translation>
        <numerusform>%n kandidatuur is verzegeld tot elk jurylid heeft ingediend.</numerusform>
        <numerusform>%n kandidaturen zijn verzegeld tot elk jurylid heeft ingediend.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidacies were scored by nobody, and so have no place.</source>
      <translation>
        <numerusform>1 kandidatuur kreeg geen enkele beoordeling en heeft dus geen plaats.</numerusform>
        <numerusform>%n kandidaturen kregen geen enkele beoordeling en hebben dus geen plaats.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidates</source>
      <translation>
        <numerusform>%n kandidaat</numerusform>
        <numerusform>%n kandidaten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n invited</source>
      <translation>
        <numerusform>%n uitgenodigd</numerusform>
        <numerusform>%n uitgenodigd</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n not saved</source>
      <translation>
        <numerusform>%n niet bewaard</numerusform>
        <numerusform>%n niet bewaard</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n partners</source>
      <translation>
        <numerusform>%n partner</numerusform>
        <numerusform>%n partners</numerusform>
      </translation>
    </message>
    <message>
      <source>A new letter has still to leave.</source>
      <translation>Een nieuwe brief moet nog vertrekken.</translation>
    </message>
    <message>
      <source>A score changed after the letter left.</source>
      <translation>Een score veranderde nadat de brief vertrok.</translation>
    </message>
    <message>
      <source>A score that counts changed after the letter left: scores or place in it no longer hold. Revise the decision, and a new letter tells the candidate.</source>
      <translation>Een score die meetelt, veranderde nadat de brief vertrok: scores of plaats erin kloppen niet meer. Herzie de beslissing; een nieuwe brief vertelt het de kandidaat.</translation>
    </message>
    <message>
      <source>After the written round</source>
      <translation>Na de schriftelijke ronde</translation>
    </message>
    <message>
      <source>Agenda</source>
      <translation>Agenda</translation>
    </message>
    <message>
      <source>Challenges</source>
      <translation>Uitdagingen</translation>
    </message>
    <message>
      <source>Change it all the same…</source>
      <translation>Toch wijzigen…</translation>
    </message>
    <message>
      <source>Choose a decision…</source>
      <translation>Kies een beslissing…</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergelijken</translation>
    </message>
    <message>
      <source>Coverage of the selection</source>
      <translation>Dekking van de selectie</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Beslissing</translation>
    </message>
    <message>
      <source>Decision on {reference}</source>
      <translation>Beslissing over {reference}</translation>
    </message>
    <message>
      <source>Deliberation</source>
      <translation>Deliberatie</translation>
    </message>
    <message>
      <source>Discuss</source>
      <translation>Bespreken</translation>
    </message>
    <message>
      <source>Each bar shows within which the score lies with 90 % certainty. Overlap: too close to call.</source>
      <translation>Elke balk toont waarbinnen de score met 90 % zekerheid ligt. Overlappen ze, dan is het verschil kleiner dan de onzekerheid.</translation>
    </message>
    <message>
      <source>Final</source>
      <translation>Eindbeslissing</translation>
    </message>
    <message>
      <source>First choose the decision on {reference}. What you wrote is still there.</source>
      <translation>Kies eerst de beslissing over {reference}. Wat je schreef, staat er nog.</translation>
    </message>
    <message>
      <source>First judge which candidacies are admissible. Then the jury can score them.</source>
      <translation>Beoordeel eerst welke kandidaturen ontvankelijk zijn. Daarna kan de jury ze scoren.</translation>
    </message>
    <message>
      <source>Go back</source>
      <translation>Terug</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>Verbergen</translation>
    </message>
    <message>
      <source>Hide the coverage per challenge</source>
      <translation>Dekking per uitdaging verbergen</translation>
    </message>
    <message>
      <source>Invited</source>
      <translation>Uitgenodigd</translation>
    </message>
    <message>
      <source>Judge it under Jury</source>
      <translation>Beoordelen bij Jury</translation>
    </message>
    <message>
      <source>Jurors disagree on: {items}</source>
      <translation>Juryleden zijn het oneens over: {items}</translation>
    </message>
    <message>
      <source>Keep decision</source>
      <translation>Beslissing vastleggen</translation>
    </message>
    <message>
      <source>Keep it all the same</source>
      <translation>Toch vastleggen</translation>
    </message>
    <message>
      <source>Keep this decision?</source>
      <translation>Deze beslissing vastleggen?</translation>
    </message>
    <message>
      <source>Looks at the ranking</source>
      <translation>Manieren om de rangschikking te bekijken</translation>
    </message>
    <message>
      <source>Motivation</source>
      <translation>Motivering</translation>
    </message>
    <message>
      <source>Motivation as a whole (opens the letter)</source>
      <translation>Motivering als geheel (komt vooraan in de brief)</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <source>Nobody has been chosen yet. As you decide, you see here what they cover together.</source>
      <translation>Er is nog niemand gekozen. Naarmate je beslist, zie je hier wat ze samen dekken.</translation>
    </message>
    <message>
      <source>Nobody scored this candidacy.</source>
      <translation>Niemand gaf deze kandidatuur een score.</translation>
    </message>
    <message>
      <source>Not saved yet: the motivation of {list}.</source>
      <translation>Nog niet bewaard: de motivering van {list}.</translation>
    </message>
    <message>
      <source>Not selected</source>
      <translation>Niet geselecteerd</translation>
    </message>
    <message>
      <source>Not shortlisted</source>
      <translation>Niet weerhouden</translation>
    </message>
    <message>
      <source>Nothing to deliberate yet</source>
      <translation>Er is nog niets om over te beraadslagen</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisatie</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Beelden</translation>
    </message>
    <message>
      <source>Place · chance</source>
      <translation>Plaats · kans</translation>
    </message>
    <message>
      <source>Portfolio</source>
      <translation>Portefeuille</translation>
    </message>
    <message>
      <source>Ranking</source>
      <translation>Rangschikking</translation>
    </message>
    <message>
      <source>Reason (comes into the letter)</source>
      <translation>Reden (komt in de brief)</translation>
    </message>
    <message>
      <source>Reason: {reason}.</source>
      <translation>Reden: {reason}.</translation>
    </message>
    <message>
      <source>Reserve</source>
      <translation>Reserve</translation>
    </message>
    <message>
      <source>Revise the decision</source>
      <translation>Intrekken en vervangen</translation>
    </message>
    <message>
      <source>Revise the decision?</source>
      <translation>De beslissing intrekken en vervangen?</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Score</translation>
    </message>
    <message>
      <source>Selected</source>
      <translation>Geselecteerd</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Tonen</translation>
    </message>
    <message>
      <source>Show the coverage per challenge</source>
      <translation>Dekking per uitdaging tonen</translation>
    </message>
    <message>
      <source>Stage</source>
      <translation>Fase</translation>
    </message>
    <message>
      <source>Suspected conflict of interest, not judged yet: {jurors}.</source>
      <translation>Vermoed belangenconflict, nog niet beoordeeld: {jurors}.</translation>
    </message>
    <message>
      <source>Suspected conflict of interest, not judged yet: {jurors}. Until then these scores count and nobody leaves the room.</source>
      <translation>Vermoed belangenconflict, nog niet beoordeeld: {jurors}. Zolang tellen deze scores mee en gaat niemand naar buiten.</translation>
    </message>
    <message>
      <source>The candidate was told on {day}. A change is a formal revision: with a reason, and a new letter.</source>
      <translation>De kandidaat is ingelicht op {day}. Wijzigen kan alleen met een herziene beslissing: met een reden, en een nieuwe brief.</translation>
    </message>
    <message>
      <source>The decision on {reference} has been kept.</source>
      <translation>De beslissing over {reference} is vastgelegd.</translation>
    </message>
    <message>
      <source>The jury still wants to look at it again: {reason}</source>
      <translation>De jury wil deze kandidatuur nog eens bekijken: {reason}</translation>
    </message>
    <message>
      <source>The jury still wants to look at {reference} again: {reason}</source>
      <translation>De jury wil {reference} nog eens bekijken: {reason}</translation>
    </message>
    <message>
      <source>The letter with this decision is final. After a change it has to be made again, under Letters.</source>
      <translation>De brief met deze beslissing is definitief. Na een wijziging moet hij opnieuw gemaakt worden, bij Brieven.</translation>
    </message>
    <message>
      <source>The motivation is still that of the decision “{decision}”. It comes into the letter as it is.</source>
      <translation>De motivering is nog die van de beslissing “{decision}”. Ze komt zo in de brief.</translation>
    </message>
    <message>
      <source>The places between which it lies with 90 % certainty, and the chance to be above the line</source>
      <translation>De plaatsen waartussen ze met 90 % zekerheid ligt, en de kans om boven de streep te komen</translation>
    </message>
    <message>
      <source>The scores are still sealed: not every juror has submitted.</source>
      <translation>De scores zijn nog verzegeld: niet elk jurylid heeft ingediend.</translation>
    </message>
    <message>
      <source>There is no pitch and no total; the written score stands: {score}.</source>
      <translation>Er is geen pitch en geen totaal; de schriftelijke score blijft: {score}.</translation>
    </message>
    <message>
      <source>This candidate came too late to be heard.</source>
      <translation>Deze kandidaat kwam te laat om gehoord te worden.</translation>
    </message>
    <message>
      <source>This candidate did not come.</source>
      <translation>Deze kandidaat kwam niet opdagen.</translation>
    </message>
    <message>
      <source>To candidacies</source>
      <translation>Naar kandidaturen</translation>
    </message>
    <message>
      <source>To discuss</source>
      <translation>Bespreken</translation>
    </message>
    <message>
      <source>Told earlier: {decision}, letter of {day}.</source>
      <translation>Eerder meegedeeld: {decision}, brief van {day}.</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Onzekerheid</translation>
    </message>
    <message>
      <source>Undo my changes</source>
      <translation>Mijn wijzigingen weglaten</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Gewichten</translation>
    </message>
    <message>
      <source>a revised decision</source>
      <translation>een herziene beslissing</translation>
    </message>
    <message>
      <source>covers {done} of {all} challenges</source>
      <translation>dekt {done} van {all} uitdagingen</translation>
    </message>
    <message>
      <source>missing: {list}</source>
      <translation>ontbreekt: {list}</translation>
    </message>
    <message>
      <source>no pitch</source>
      <translation>geen pitch</translation>
    </message>
    <message>
      <source>no pitch · written {score}</source>
      <translation>geen pitch · schriftelijk {score}</translation>
    </message>
    <message>
      <source>nobody scored</source>
      <translation>geen beoordelingen</translation>
    </message>
    <message>
      <source>not saved</source>
      <translation>niet bewaard</translation>
    </message>
    <message>
      <source>once more</source>
      <translation>nog eens</translation>
    </message>
    <message>
      <source>sealed</source>
      <translation>verzegeld</translation>
    </message>
    <message>
      <source>to confirm</source>
      <translation>te bevestigen</translation>
    </message>
    <message>
      <source>{done} of {all} goals shown</source>
      <translation>{done} van {all} doelen aangetoond</translation>
    </message>
    <message>
      <source>{low} ← score → {high}</source>
      <translation>{low} ← score → {high}</translation>
    </message>
  </context>
</TS>
