<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>session</name>
    <message numerus="yes">
      <source>%n minutes late</source>
      <translation>
        <numerusform>%n minuut te laat</numerusform>
        <numerusform>%n minuten te laat</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches are expected at another hour. The plan stays as it is.</source>
      <translation>
        <numerusform>%n pitch wordt op een ander uur verwacht. De planning blijft zoals ze is.</numerusform>
        <numerusform>%n pitches worden op een ander uur verwacht. De planning blijft zoals ze is.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pitches get another expected hour.</source>
      <translation>
        <numerusform>%n pitch krijgt een ander verwacht uur.</numerusform>
        <numerusform>%n pitches krijgen een ander verwacht uur.</numerusform>
      </translation>
    </message>
    <message>
      <source>A break may be shortened to</source>
      <translation>Een pauze mag korter, tot</translation>
    </message>
    <message>
      <source>A pitch may begin before its planned hour</source>
      <translation>Een pitch mag vroeger beginnen dan gepland</translation>
    </message>
    <message>
      <source>A shorter pitch: what was lost is taken off</source>
      <translation>Een kortere pitch: wat verloren ging, gaat eraf</translation>
    </message>
    <message>
      <source>After this one there is no pitch to come in this session.</source>
      <translation>Na deze komt er geen pitch meer in deze sessie.</translation>
    </message>
    <message numerus="yes">
      <source>Also for %n later pitches of this session</source>
      <translation>
        <numerusform>Ook voor de volgende pitch van deze sessie</numerusform>
        <numerusform>Ook voor de %n volgende pitches van deze sessie</numerusform>
      </translation>
    </message>
    <message>
      <source>Another free place on the plan</source>
      <translation>Een andere vrije plaats op de planning</translation>
    </message>
    <message>
      <source>Another place</source>
      <translation>Andere plaats</translation>
    </message>
    <message>
      <source>Another place for {reference}</source>
      <translation>Andere plaats voor {reference}</translation>
    </message>
    <message>
      <source>Attendance of {name}</source>
      <translation>Aanwezigheid van {name}</translation>
    </message>
    <message>
      <source>Back to the session</source>
      <translation>Terug naar de sessie</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Wordt</translation>
    </message>
    <message>
      <source>Being saved…</source>
      <translation>Wordt bewaard…</translation>
    </message>
    <message>
      <source>Below zero: catching up.</source>
      <translation>Onder nul: tijd ingehaald.</translation>
    </message>
    <message>
      <source>By the call a juror may miss {percent} % of pitch and questions and still score.</source>
      <translation>Volgens de oproep mag een jurylid {percent} % van pitch en vragen missen en toch scoren.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Choose a pitch.</source>
      <translation>Kies een pitch.</translation>
    </message>
    <message>
      <source>Choose your name…</source>
      <translation>Kies je naam…</translation>
    </message>
    <message>
      <source>Choose your own name above. What you submit is sealed until the round opens.</source>
      <translation>Kies hierboven je eigen naam. Wat je indient, blijft verzegeld tot de ronde opengaat.</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>Verdergaan</translation>
    </message>
    <message>
      <source>Decide later</source>
      <translation>Later beslissen</translation>
    </message>
    <message>
      <source>Deliberation of the jury</source>
      <translation>Overleg van de jury</translation>
    </message>
    <message>
      <source>Does not score this pitch</source>
      <translation>Scoort deze pitch niet</translation>
    </message>
    <message>
      <source>End the pitch</source>
      <translation>Pitch afronden</translation>
    </message>
    <message>
      <source>End the pitch of {reference}</source>
      <translation>Pitch van {reference} afronden</translation>
    </message>
    <message>
      <source>Everybody present</source>
      <translation>Iedereen aanwezig</translation>
    </message>
    <message>
      <source>Expected</source>
      <translation>Verwacht</translation>
    </message>
    <message>
      <source>Free places are being looked for…</source>
      <translation>Vrije plaatsen worden gezocht…</translation>
    </message>
    <message>
      <source>Heard without the clock</source>
      <translation>Gehoord zonder klok</translation>
    </message>
    <message>
      <source>Hour</source>
      <translation>Uur</translation>
    </message>
    <message>
      <source>How late</source>
      <translation>Hoeveel te laat</translation>
    </message>
    <message>
      <source>Later than expected</source>
      <translation>Later dan verwacht</translation>
    </message>
    <message>
      <source>Let the candidates know who were told another hour: {references}.</source>
      <translation>Verwittig de kandidaten die een ander uur meekregen: {references}.</translation>
    </message>
    <message>
      <source>Missed of pitch and questions</source>
      <translation>Gemist van pitch en vragen</translation>
    </message>
    <message>
      <source>Needed where the call does not say it.</source>
      <translation>Nodig waar de oproep het niet zegt.</translation>
    </message>
    <message>
      <source>Next phase</source>
      <translation>Volgende fase</translation>
    </message>
    <message>
      <source>Next phase of {reference}</source>
      <translation>Volgende fase van {reference}</translation>
    </message>
    <message>
      <source>Next pitch</source>
      <translation>Volgende pitch</translation>
    </message>
    <message>
      <source>Next: {time} {reference} {organisation}</source>
      <translation>Straks: {time} {reference} {organisation}</translation>
    </message>
    <message>
      <source>No hour changes.</source>
      <translation>Geen enkel uur verandert.</translation>
    </message>
    <message>
      <source>No pitch: the written score stands, without a score of the pitch</source>
      <translation>Geen pitch: de schriftelijke score blijft, zonder pitchscore</translation>
    </message>
    <message>
      <source>No pitches in this session.</source>
      <translation>Geen pitches in deze sessie.</translation>
    </message>
    <message>
      <source>No pitches planned yet</source>
      <translation>Er zijn nog geen pitches gepland</translation>
    </message>
    <message>
      <source>No place is free that breaks no rule. Look on the page Planning what stands in the way.</source>
      <translation>Er is geen vrije plaats die geen regel breekt. Kijk bij Planning wat in de weg staat.</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <source>Nobody is hit by it.</source>
      <translation>Het treft niemand.</translation>
    </message>
    <message>
      <source>Not at this pitch, and so no score: {names}.</source>
      <translation>Niet bij deze pitch, en dus geen score: {names}.</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>Niet bewaard</translation>
    </message>
    <message>
      <source>Not started yet</source>
      <translation>Nog niet begonnen</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Noteren</translation>
    </message>
    <message>
      <source>Notes of the regisseur</source>
      <translation>Notities van de regisseur</translation>
    </message>
    <message>
      <source>Notes on {reference}</source>
      <translation>Notities bij {reference}</translation>
    </message>
    <message>
      <source>Once the pitches have a place, each session runs from here.</source>
      <translation>Zodra de pitches een plaats hebben, volg je elke sessie hier.</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisatie</translation>
    </message>
    <message>
      <source>Over at {time}</source>
      <translation>Afgelopen om {time}</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>Panel</translation>
    </message>
    <message>
      <source>Pitch</source>
      <translation>Pitch</translation>
    </message>
    <message>
      <source>Pitch session</source>
      <translation>Pitchsessie</translation>
    </message>
    <message>
      <source>Planned</source>
      <translation>Gepland</translation>
    </message>
    <message>
      <source>Previous pitch</source>
      <translation>Vorige pitch</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>Vragen</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reden</translation>
    </message>
    <message>
      <source>Running late…</source>
      <translation>Loopt uit…</translation>
    </message>
    <message>
      <source>Running order</source>
      <translation>Volgorde</translation>
    </message>
    <message numerus="yes">
      <source>Runs %n minutes late.</source>
      <translation>
        <numerusform>Loopt %n minuut uit.</numerusform>
        <numerusform>Loopt %n minuten uit.</numerusform>
      </translation>
    </message>
    <message>
      <source>Saved at {time}</source>
      <translation>Bewaard om {time}</translation>
    </message>
    <message>
      <source>Score {reference}</source>
      <translation>{reference} beoordelen</translation>
    </message>
    <message>
      <source>Scores</source>
      <translation>Scores</translation>
    </message>
    <message>
      <source>Scores this pitch</source>
      <translation>Scoort deze pitch</translation>
    </message>
    <message>
      <source>Session</source>
      <translation>Sessie</translation>
    </message>
    <message>
      <source>Shift the hours</source>
      <translation>Uren verschuiven</translation>
    </message>
    <message>
      <source>Shift the rest of the session</source>
      <translation>De rest van de sessie verschuiven</translation>
    </message>
    <message>
      <source>Shift the rest…</source>
      <translation>Rest verschuiven…</translation>
    </message>
    <message>
      <source>Shortest break</source>
      <translation>Kortste pauze</translation>
    </message>
    <message>
      <source>Start all the same</source>
      <translation>Toch starten</translation>
    </message>
    <message>
      <source>Start or stop the clock</source>
      <translation>Klok starten of stilzetten</translation>
    </message>
    <message>
      <source>Start the clock of {reference}</source>
      <translation>Klok van {reference} starten</translation>
    </message>
    <message>
      <source>Start the pitch</source>
      <translation>Pitch starten</translation>
    </message>
    <message>
      <source>Start {reference} on another day?</source>
      <translation>{reference} op een andere dag starten?</translation>
    </message>
    <message>
      <source>Started at {start} · over at about {end}</source>
      <translation>Begonnen om {start} · klaar rond {end}</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Stop the clock</source>
      <translation>Klok stilzetten</translation>
    </message>
    <message>
      <source>Stop the clock of {reference}</source>
      <translation>Klok van {reference} stilzetten</translation>
    </message>
    <message>
      <source>Submit</source>
      <translation>Indienen</translation>
    </message>
    <message>
      <source>The call does not say how much a juror may miss: you decide, with a reason.</source>
      <translation>De oproep zegt niet hoeveel een jurylid mag missen: jij beslist, met een reden.</translation>
    </message>
    <message>
      <source>The call does not say what follows: you decide, with a reason.</source>
      <translation>De oproep zegt niet wat er volgt: jij beslist, met een reden.</translation>
    </message>
    <message>
      <source>The call says what follows. Something else asks a reason.</source>
      <translation>De oproep zegt wat er volgt. Iets anders vraagt een reden.</translation>
    </message>
    <message>
      <source>The candidate</source>
      <translation>De kandidaat</translation>
    </message>
    <message>
      <source>The plan and the hours that candidates were told stay as they are; beside them the session gets the hours that are expected now. Nothing is kept before you say so.</source>
      <translation>De planning en de uren die kandidaten kregen, blijven zoals ze zijn; ernaast krijgt de sessie de uren die nu verwacht worden. Er wordt niets bewaard voor jij het zegt.</translation>
    </message>
    <message>
      <source>The session runs late</source>
      <translation>De sessie loopt uit</translation>
    </message>
    <message>
      <source>The sheet that was submitted stays in the dossier and does not count.</source>
      <translation>De ingediende beoordeling blijft in het dossier en telt niet mee.</translation>
    </message>
    <message>
      <source>The whole pitch, later</source>
      <translation>De hele pitch, later</translation>
    </message>
    <message>
      <source>This session is kept by the clock, and {reference} has not begun. Start the pitch first. If it was heard without the clock, it is noted as held, and the jurors can score it.</source>
      <translation>In deze sessie loopt de klok, en {reference} begon nog niet. Start de pitch eerst. Werd ze zonder klok gehoord, dan wordt ze als gehouden genoteerd en kan de jury ze beoordelen.</translation>
    </message>
    <message>
      <source>To planning</source>
      <translation>Naar planning</translation>
    </message>
    <message>
      <source>What it does</source>
      <translation>Wat het doet</translation>
    </message>
    <message>
      <source>What the minutes should tell; jurors do not see it.</source>
      <translation>Wat in het verslag moet komen; juryleden zien dit niet.</translation>
    </message>
    <message>
      <source>Who did not hear the pitch does not score it. That is no zero and no missing sheet.</source>
      <translation>Wie de pitch niet hoorde, scoort ze niet. Dat is geen nul en geen ontbrekend blad.</translation>
    </message>
    <message>
      <source>Who is scoring {candidacy}?</source>
      <translation>Wie beoordeelt {candidacy}?</translation>
    </message>
    <message>
      <source>Who is there</source>
      <translation>Wie is er</translation>
    </message>
    <message>
      <source>Who scores</source>
      <translation>Wie beoordeelt</translation>
    </message>
    <message numerus="yes">
      <source>With %n of them it hits somebody.</source>
      <translation>
        <numerusform>Bij %n ervan treft het iemand.</numerusform>
        <numerusform>Bij %n ervan treft het iemand.</numerusform>
      </translation>
    </message>
    <message>
      <source>Write a note</source>
      <translation>Notitie schrijven</translation>
    </message>
    <message>
      <source>Your scores of {reference} have been submitted. The next juror can sit down.</source>
      <translation>Je scores voor {reference} zijn ingediend. Het volgende jurylid kan gaan zitten.</translation>
    </message>
    <message>
      <source>absent</source>
      <translation>afwezig</translation>
    </message>
    <message>
      <source>delay shift hours</source>
      <translation>vertraging uitloop uren verschuiven</translation>
    </message>
    <message>
      <source>does not score</source>
      <translation>scoort niet</translation>
    </message>
    <message>
      <source>going on</source>
      <translation>bezig</translation>
    </message>
    <message>
      <source>held</source>
      <translation>gehouden</translation>
    </message>
    <message>
      <source>late</source>
      <translation>te laat</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>minuten</translation>
    </message>
    <message numerus="yes">
      <source>missed %n minutes</source>
      <translation>
        <numerusform>%n minuut gemist</numerusform>
        <numerusform>%n minuten gemist</numerusform>
      </translation>
    </message>
    <message>
      <source>moved</source>
      <translation>verplaatst</translation>
    </message>
    <message>
      <source>over time</source>
      <translation>over tijd</translation>
    </message>
    <message>
      <source>planned at {time}</source>
      <translation>gepland om {time}</translation>
    </message>
    <message>
      <source>planned {time}</source>
      <translation>gepland {time}</translation>
    </message>
    <message>
      <source>present</source>
      <translation>aanwezig</translation>
    </message>
    <message>
      <source>room {number}</source>
      <translation>zaal {number}</translation>
    </message>
    <message>
      <source>since {time}</source>
      <translation>sinds {time}</translation>
    </message>
    <message>
      <source>still to decide what follows</source>
      <translation>nog te beslissen wat er volgt</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>staat stil</translation>
    </message>
    <message>
      <source>submitted</source>
      <translation>ingediend</translation>
    </message>
    <message>
      <source>the candidate was told {time}</source>
      <translation>de kandidaat kreeg {time} mee</translation>
    </message>
    <message>
      <source>to come</source>
      <translation>te komen</translation>
    </message>
    <message>
      <source>to score</source>
      <translation>te beoordelen</translation>
    </message>
    <message>
      <source>told {time}</source>
      <translation>meegedeeld {time}</translation>
    </message>
    <message>
      <source>unchanged</source>
      <translation>blijft</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>tot {time}</translation>
    </message>
    <message>
      <source>{consequence} (by the call)</source>
      <translation>{consequence} (volgens de oproep)</translation>
    </message>
    <message>
      <source>{found} jurors score this pitch; the call asks for {quorum}.</source>
      <translation>{found} juryleden scoren deze pitch; de oproep vraagt er {quorum}.</translation>
    </message>
    <message>
      <source>{name} comes late</source>
      <translation>{name} komt te laat</translation>
    </message>
    <message>
      <source>{name} is absent</source>
      <translation>{name} is afwezig</translation>
    </message>
    <message>
      <source>{reference} has another place.</source>
      <translation>{reference} heeft een andere plaats.</translation>
    </message>
    <message>
      <source>{reference} has not been heard yet</source>
      <translation>{reference} is nog niet gehoord</translation>
    </message>
    <message>
      <source>{reference} heard without the clock</source>
      <translation>{reference} gehoord zonder klok</translation>
    </message>
    <message>
      <source>{reference} is going on: show it</source>
      <translation>{reference} is bezig: toon die pitch</translation>
    </message>
    <message>
      <source>{reference} is planned for {planned}; today is {today}. Is it to be heard on another day, then give it that day at Planning first. Hours are only shifted on the day itself.</source>
      <translation>{reference} is gepland op {planned}; vandaag is het {today}. Is de pitch verzet, geef ze dan eerst haar nieuwe dag bij Planning. Uren verschuiven kan alleen op de dag zelf.</translation>
    </message>
    <message>
      <source>{session} (today)</source>
      <translation>{session} (vandaag)</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>nog {time}</translation>
    </message>
    <message>
      <source>{time} over time</source>
      <translation>{time} over tijd</translation>
    </message>
  </context>
</TS>
