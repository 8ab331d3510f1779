<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>projector</name>
    <message numerus="yes">
      <source>%n jurors come back</source>
      <translation>
        <numerusform>%n jurylid komt terug</numerusform>
        <numerusform>%n juryleden komen terug</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n jurors leave</source>
      <translation>
        <numerusform>%n jurylid verlaat de zaal</numerusform>
        <numerusform>%n juryleden verlaten de zaal</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n jurors stay outside</source>
      <translation>
        <numerusform>%n jurylid blijft buiten</numerusform>
        <numerusform>%n juryleden blijven buiten</numerusform>
      </translation>
    </message>
    <message>
      <source>Agreed: {text}</source>
      <translation>Afgesproken: {text}</translation>
    </message>
    <message>
      <source>No places: somebody in the room has a conflict of interest with a candidacy.</source>
      <translation>Zonder plaatsen: iemand in de zaal heeft een belangenconflict met een kandidatuur.</translation>
    </message>
    <message>
      <source>Projector</source>
      <translation>Projector</translation>
    </message>
    <message>
      <source>Projector: {call}</source>
      <translation>Projector: {call}</translation>
    </message>
    <message>
      <source>Ranking</source>
      <translation>Rangschikking</translation>
    </message>
    <message>
      <source>Ring: what a juror gave; larger where several gave the same. Bar: the mean.</source>
      <translation>Ring: wat een jurylid gaf, groter waar meer juryleden hetzelfde gaven. Balk: het gemiddelde.</translation>
    </message>
    <message>
      <source>Show the deliberation on a projector, without names of jurors (F5)</source>
      <translation>De deliberatie op een projector tonen, zonder namen van juryleden (F5)</translation>
    </message>
    <message>
      <source>Slide</source>
      <translation>Scherm</translation>
    </message>
    <message>
      <source>The scores are still sealed.</source>
      <translation>De scores zijn nog verzegeld.</translation>
    </message>
    <message>
      <source>Who has a conflict of interest with this candidacy leaves the room now.</source>
      <translation>Wie een belangenconflict heeft met deze kandidatuur, verlaat nu de zaal.</translation>
    </message>
    <message>
      <source>advisory: between {low} and {high}</source>
      <translation>adviserend: tussen {low} en {high}</translation>
    </message>
    <message>
      <source>not shown: conflict of interest</source>
      <translation>niet getoond: belangenconflict</translation>
    </message>
    <message>
      <source>pitch</source>
      <translation>pitch</translation>
    </message>
    <message>
      <source>projector full screen beamer present second screen</source>
      <translation>projector volledig scherm beamer projecteren tweede scherm</translation>
    </message>
    <message>
      <source>score {score}</source>
      <translation>score {score}</translation>
    </message>
    <message>
      <source>sealed</source>
      <translation>verzegeld</translation>
    </message>
    <message>
      <source>second look</source>
      <translation>tweede blik</translation>
    </message>
    <message>
      <source>written</source>
      <translation>schriftelijk</translation>
    </message>
    <message>
      <source>{at} of {all} · arrows: next and back · C: comments · Esc: leave</source>
      <translation>{at} van {all} · pijlen: verder en terug · C: toelichtingen · Esc: sluiten</translation>
    </message>
    <message>
      <source>{juror}, {round} ({value}): {text}</source>
      <translation>{juror}, {round} ({value}): {text}</translation>
    </message>
  </context>
</TS>
