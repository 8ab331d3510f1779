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
      <source>%n days overdue</source>
      <translation>
        <numerusform>%n dag te laat</numerusform>
        <numerusform>%n dagen te laat</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages may be a rebuttal</source>
      <translation>
        <numerusform>%n bericht kan weerwoord zijn</numerusform>
        <numerusform>%n berichten kunnen weerwoord zijn</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n messages read; what may be a rebuttal waits below the terms.</source>
      <translation>
        <numerusform>%n bericht gelezen; wat weerwoord kan zijn, wacht onder de termijnen.</numerusform>
        <numerusform>%n berichten gelezen; wat weerwoord kan zijn, wacht onder de termijnen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n score sheets changed with a reason. The decision waits under Deliberation.</source>
      <translation>
        <numerusform>%n beoordeling gewijzigd met een reden. De beslissing wacht bij Deliberatie.</numerusform>
        <numerusform>%n beoordelingen gewijzigd met een reden. De beslissing wacht bij Deliberatie.</numerusform>
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
      <source>(no subject)</source>
      <translation>(geen onderwerp)</translation>
    </message>
    <message>
      <source>A letter tells it to the candidate, where a receipt promised the earlier day.</source>
      <translation>Beloofde een ontvangstmelding een vroegere dag, dan meldt een brief dit aan de kandidaat.</translation>
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
      <source>Answer by</source>
      <translation>Antwoord tegen</translation>
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
      <source>Arrived</source>
      <translation>Aangekomen</translation>
    </message>
    <message>
      <source>Arrived {moment}, proven by our mail server</source>
      <translation>Aangekomen {moment}, bewezen door onze mailserver</translation>
    </message>
    <message>
      <source>As it is now</source>
      <translation>Zoals het nu is</translation>
    </message>
    <message>
      <source>Attachments: {names}</source>
      <translation>Bijlagen: {names}</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Wordt</translation>
    </message>
    <message>
      <source>Came</source>
      <translation>Binnengekomen</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Change scores after rebuttal</source>
      <translation>Scores wijzigen na weerwoord</translation>
    </message>
    <message>
      <source>Change scores with reason</source>
      <translation>Scores wijzigen met reden</translation>
    </message>
    <message>
      <source>Choose the candidate that it is from.</source>
      <translation>Kies van welke kandidaat het komt.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Conclude rebuttal</source>
      <translation>Weerwoord afsluiten</translation>
    </message>
    <message>
      <source>Correct registration</source>
      <translation>Registratie verbeteren</translation>
    </message>
    <message>
      <source>Correct…</source>
      <translation>Verbeteren…</translation>
    </message>
    <message>
      <source>Criterion</source>
      <translation>Criterium</translation>
    </message>
    <message>
      <source>Criterion of argument {number}</source>
      <translation>Criterium van argument {number}</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Beslissing</translation>
    </message>
    <message>
      <source>Effect on score and rank</source>
      <translation>Gevolg voor score en plaats</translation>
    </message>
    <message>
      <source>Effect on score and rank…</source>
      <translation>Gevolg voor score en plaats…</translation>
    </message>
    <message>
      <source>Founded in part: the decision is taken anew</source>
      <translation>Deels gegrond: de beslissing wordt opnieuw genomen</translation>
    </message>
    <message>
      <source>Founded: another decision</source>
      <translation>Gegrond: een andere beslissing</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Van</translation>
    </message>
    <message>
      <source>Handed in by</source>
      <translation>Ingediend door</translation>
    </message>
    <message>
      <source>How</source>
      <translation>Hoe</translation>
    </message>
    <message>
      <source>How it was reckoned</source>
      <translation>Hoe dat berekend is</translation>
    </message>
    <message>
      <source>It could not be read. Open it in your mail program and write its arguments down.</source>
      <translation>Het kon niet gelezen worden. Open het in je mailprogramma en noteer de argumenten.</translation>
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
      <source>Look up whether this person may speak for the organisation; until then nothing is heard.</source>
      <translation>Ga na of deze persoon namens de organisatie mag spreken; tot dan behandelt de jury niets.</translation>
    </message>
    <message>
      <source>Mail that may be a rebuttal</source>
      <translation>Mail die weerwoord kan zijn</translation>
    </message>
    <message>
      <source>May hand it in</source>
      <translation>Mag indienen</translation>
    </message>
    <message>
      <source>May not</source>
      <translation>Mag dat niet</translation>
    </message>
    <message>
      <source>May speak for it</source>
      <translation>Mag namens de organisatie spreken</translation>
    </message>
    <message>
      <source>Name and function</source>
      <translation>Naam en functie</translation>
    </message>
    <message>
      <source>No answer: it was not heard.</source>
      <translation>Geen antwoord: het werd niet behandeld.</translation>
    </message>
    <message>
      <source>No other candidate would move.</source>
      <translation>Geen enkele andere kandidaat zou verschuiven.</translation>
    </message>
    <message>
      <source>No rebuttal</source>
      <translation>Geen weerwoord</translation>
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
      <source>Not admissible: the jury does not hear it</source>
      <translation>Niet ontvankelijk: de jury behandelt het niet</translation>
    </message>
    <message>
      <source>Not sent from the candidate's own address. Check who this is.</source>
      <translation>Niet verstuurd van het eigen adres van de kandidaat. Ga na wie dit is.</translation>
    </message>
    <message>
      <source>Note who may hand in a rebuttal</source>
      <translation>Noteren wie een weerwoord mag indienen</translation>
    </message>
    <message>
      <source>Nothing in the message says which candidate it is from.</source>
      <translation>Niets in het bericht zegt van welke kandidaat het komt.</translation>
    </message>
    <message>
      <source>Nothing more</source>
      <translation>Niets meer</translation>
    </message>
    <message>
      <source>Nothing proves when it arrived; it says {moment}. Establish the moment yourself.</source>
      <translation>Niets bewijst wanneer het aankwam; zelf zegt het {moment}. Stel het moment zelf vast.</translation>
    </message>
    <message>
      <source>Order with these scores</source>
      <translation>Volgorde met deze scores</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisatie</translation>
    </message>
    <message>
      <source>Others would move too: {list}. Their letters then tell another place.</source>
      <translation>Ook anderen zouden verschuiven: {list}. Hun brieven noemen dan een andere plaats.</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Besluit</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Plaats</translation>
    </message>
    <message>
      <source>Put off because</source>
      <translation>Uitgesteld omdat</translation>
    </message>
    <message>
      <source>Put off the answer</source>
      <translation>Antwoord uitstellen</translation>
    </message>
    <message>
      <source>Put off…</source>
      <translation>Uitstellen…</translation>
    </message>
    <message>
      <source>Read mail</source>
      <translation>Mail inlezen</translation>
    </message>
    <message>
      <source>Read mail…</source>
      <translation>Mail inlezen…</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reden</translation>
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
      <source>Register the chosen message…</source>
      <translation>Het gekozen bericht registreren…</translation>
    </message>
    <message>
      <source>Registered for {references}; it points to another too. {known}</source>
      <translation>Geregistreerd voor {references}; het wijst ook naar een ander. {known}</translation>
    </message>
    <message>
      <source>Register…</source>
      <translation>Registreren…</translation>
    </message>
    <message>
      <source>Ruling on argument {number}</source>
      <translation>Oordeel over argument {number}</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Score</translation>
    </message>
    <message>
      <source>Score of {name}</source>
      <translation>Score van {name}</translation>
    </message>
    <message>
      <source>Scores of the jurors</source>
      <translation>Scores van de juryleden</translation>
    </message>
    <message>
      <source>Selection as argument</source>
      <translation>Selectie als argument</translation>
    </message>
    <message>
      <source>Sender</source>
      <translation>Afzender</translation>
    </message>
    <message>
      <source>Sent from the candidate's own address. A sender is easily forged: check, then say yes.</source>
      <translation>Verstuurd van het eigen adres van de kandidaat. Een afzender is gemakkelijk te vervalsen: ga het na, en kies dan ja.</translation>
    </message>
    <message>
      <source>Sent on (postmark)</source>
      <translation>Verstuurd op (poststempel)</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Onderwerp</translation>
    </message>
    <message>
      <source>Such as: the jury meets on 12 August</source>
      <translation>Bijvoorbeeld: de jury vergadert op 12 augustus</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Terugnemen</translation>
    </message>
    <message>
      <source>Take outcome back</source>
      <translation>Besluit terugnemen</translation>
    </message>
    <message>
      <source>Take registration back</source>
      <translation>Registratie terugnemen</translation>
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
      <source>Text of the message</source>
      <translation>Tekst van het bericht</translation>
    </message>
    <message>
      <source>The day for the answer is here or has passed: answer, or put it off with a reason.</source>
      <translation>De dag voor het antwoord is er of is voorbij: antwoord, of stel het met een reden uit.</translation>
    </message>
    <message>
      <source>The letter came back on {moment}: {reason}. Send it again under Letters.</source>
      <translation>De brief kwam terug op {moment}: {reason}. Verstuur hem opnieuw bij Brieven.</translation>
    </message>
    <message>
      <source>The letter came back on {moment}: {reason}. The candidate answered it, so it arrived.</source>
      <translation>De brief kwam terug op {moment}: {reason}. De kandidaat antwoordde, dus kreeg hij hem.</translation>
    </message>
    <message>
      <source>The letter came back on {moment}: {reason}. What it says was decided anew since.</source>
      <translation>De brief kwam terug op {moment}: {reason}. Over wat erin staat, werd sindsdien opnieuw beslist.</translation>
    </message>
    <message>
      <source>The letter left only on {day}.</source>
      <translation>De brief vertrok pas op {day}.</translation>
    </message>
    <message>
      <source>The letter waits for the new decision: the jury records it under Deliberation.</source>
      <translation>De brief wacht op de nieuwe beslissing: de jury legt ze vast bij Deliberatie.</translation>
    </message>
    <message>
      <source>The message is the rebuttal of one candidate; it is not asked about again.</source>
      <translation>Het bericht is het weerwoord van één kandidaat; het wordt niet meer gevraagd.</translation>
    </message>
    <message>
      <source>The message stays with the mail; it is no rebuttal.</source>
      <translation>Het bericht blijft bij de mail; het is geen weerwoord.</translation>
    </message>
    <message>
      <source>The registration was taken back; the journal keeps it.</source>
      <translation>De registratie is teruggenomen; het logboek bewaart ze.</translation>
    </message>
    <message>
      <source>These are the scores as they are.</source>
      <translation>Dit zijn de scores zoals ze zijn.</translation>
    </message>
    <message>
      <source>This is later than {day}, the day that follows from the call. This term holds.</source>
      <translation>Dat is later dan {day}, de dag die volgt uit de oproep. Deze termijn geldt.</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Weggooien</translation>
    </message>
    <message>
      <source>Throw away what you typed?</source>
      <translation>Wat je typte weggooien?</translation>
    </message>
    <message>
      <source>To letters</source>
      <translation>Naar brieven</translation>
    </message>
    <message>
      <source>To the deliberation</source>
      <translation>Naar deliberatie</translation>
    </message>
    <message>
      <source>To the letter</source>
      <translation>Naar de brief</translation>
    </message>
    <message>
      <source>Unfounded: the decision stays</source>
      <translation>Ongegrond: de beslissing blijft</translation>
    </message>
    <message>
      <source>Until now the answer was due on {day}.</source>
      <translation>Tot nu moest het antwoord er zijn op {day}.</translation>
    </message>
    <message>
      <source>What argument {number} asks</source>
      <translation>Wat argument {number} vraagt</translation>
    </message>
    <message>
      <source>What you typed is not in the dossier yet. Cancel goes back to it.</source>
      <translation>Wat je typte, staat nog niet in het dossier. Annuleren gaat ernaar terug.</translation>
    </message>
    <message>
      <source>Why the jury changes these scores</source>
      <translation>Waarom de jury deze scores wijzigt</translation>
    </message>
    <message>
      <source>Withdrawn by the candidate</source>
      <translation>Ingetrokken door de kandidaat</translation>
    </message>
    <message>
      <source>Write down at least one argument.</source>
      <translation>Noteer minstens één argument.</translation>
    </message>
    <message>
      <source>also {references}</source>
      <translation>ook {references}</translation>
    </message>
    <message>
      <source>answer overdue</source>
      <translation>antwoord te laat</translation>
    </message>
    <message>
      <source>answers its mail</source>
      <translation>antwoordt op mail van de kandidaat</translation>
    </message>
    <message>
      <source>argument founded</source>
      <translation>argument gegrond</translation>
    </message>
    <message>
      <source>argument founded in part</source>
      <translation>argument deels gegrond</translation>
    </message>
    <message>
      <source>argument unfounded</source>
      <translation>argument ongegrond</translation>
    </message>
    <message>
      <source>asks a higher score</source>
      <translation>vraagt een hogere score</translation>
    </message>
    <message>
      <source>asks another decision</source>
      <translation>vraagt een andere beslissing</translation>
    </message>
    <message>
      <source>asks fuller reasons</source>
      <translation>vraagt een betere motivering</translation>
    </message>
    <message>
      <source>asks nothing in particular</source>
      <translation>vraagt niets bepaalds</translation>
    </message>
    <message>
      <source>asks to put a mistake right</source>
      <translation>vraagt een vergissing recht te zetten</translation>
    </message>
    <message>
      <source>choose a candidate</source>
      <translation>kies een kandidaat</translation>
    </message>
    <message>
      <source>concluded</source>
      <translation>afgehandeld</translation>
    </message>
    <message>
      <source>ended</source>
      <translation>afgelopen</translation>
    </message>
    <message>
      <source>founded</source>
      <translation>gegrond</translation>
    </message>
    <message>
      <source>founded in part</source>
      <translation>deels gegrond</translation>
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
      <source>letter came back</source>
      <translation>kwam terug</translation>
    </message>
    <message>
      <source>may hand it in: {answer}</source>
      <translation>mag indienen: {answer}</translation>
    </message>
    <message>
      <source>n/a</source>
      <translation>n.v.t.</translation>
    </message>
    <message>
      <source>names its reference</source>
      <translation>noemt het nummer</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nee</translation>
    </message>
    <message>
      <source>not admissible</source>
      <translation>niet ontvankelijk</translation>
    </message>
    <message>
      <source>not noted</source>
      <translation>niet genoteerd</translation>
    </message>
    <message>
      <source>not saved</source>
      <translation>niet bewaard</translation>
    </message>
    <message>
      <source>nothing in the message points to this candidate</source>
      <translation>niets in het bericht wijst naar deze kandidaat</translation>
    </message>
    <message>
      <source>now {score}</source>
      <translation>nu {score}</translation>
    </message>
    <message>
      <source>pitch</source>
      <translation>pitch</translation>
    </message>
    <message>
      <source>ruling to choose</source>
      <translation>oordeel te kiezen</translation>
    </message>
    <message>
      <source>sent from its domain, by somebody we do not know</source>
      <translation>verstuurd vanuit de organisatie, door iemand die we niet kennen</translation>
    </message>
    <message>
      <source>sent from its own address</source>
      <translation>verstuurd van het eigen adres</translation>
    </message>
    <message>
      <source>still to check</source>
      <translation>nog na te gaan</translation>
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
      <source>to choose</source>
      <translation>te kiezen</translation>
    </message>
    <message>
      <source>today</source>
      <translation>vandaag</translation>
    </message>
    <message>
      <source>too late</source>
      <translation>te laat</translation>
    </message>
    <message>
      <source>unfounded</source>
      <translation>ongegrond</translation>
    </message>
    <message>
      <source>withdrawn by the candidate</source>
      <translation>ingetrokken</translation>
    </message>
    <message>
      <source>written</source>
      <translation>schriftelijk</translation>
    </message>
    <message>
      <source>yes, for the organisation</source>
      <translation>ja, voor de organisatie</translation>
    </message>
    <message>
      <source>{name}. Try other scores: nothing of it is kept until you change them with a reason.</source>
      <translation>{name}. Probeer andere scores: er wordt niets van bewaard tot je ze met een reden wijzigt.</translation>
    </message>
    <message>
      <source>{some} of {all}</source>
      <translation>{some} van {all}</translation>
    </message>
  </context>
</TS>
