<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>advice</name>
    <message numerus="yes">
      <source>%n candidacies are sealed and not in it yet.</source>
      <translation>
        <numerusform>%n kandidatuur is nog verzegeld en zit er niet bij.</numerusform>
        <numerusform>%n kandidaturen zijn nog verzegeld en zitten er niet bij.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n candidacies have a suspected conflict of interest that nobody judged</source>
      <translation>
        <numerusform>1 kandidatuur heeft een vermoed belangenconflict waarover niemand oordeelde</numerusform>
        <numerusform>%n kandidaturen hebben een vermoed belangenconflict waarover niemand oordeelde</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n times somebody leaves the room</source>
      <translation>
        <numerusform>%n keer gaat er iemand buiten</numerusform>
        <numerusform>%n keer gaat er iemand buiten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n without a reason</source>
      <translation>
        <numerusform>%n zonder reden</numerusform>
        <numerusform>%n zonder reden</numerusform>
      </translation>
    </message>
    <message>
      <source>A proposal: people decide.</source>
      <translation>Een voorstel: mensen beslissen.</translation>
    </message>
    <message>
      <source>A ring is what one juror gave, the diamond the official score, the band where it lies with 90 % certainty. The dashed line is the line between chosen and not chosen.</source>
      <translation>Een ring is wat één jurylid gaf, het ruitje de officiële score, de band waar ze met 90 % zekerheid ligt. De stippellijn is de streep tussen gekozen en niet gekozen.</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Waarover</translation>
    </message>
    <message>
      <source>Above the line</source>
      <translation>Boven de streep</translation>
    </message>
    <message>
      <source>As few as their coverage needs</source>
      <translation>Zo weinig als de dekking vraagt</translation>
    </message>
    <message>
      <source>As long as these are not judged, nobody leaves: this is the order of the ranking.</source>
      <translation>Zolang daarover niet geoordeeld is, gaat niemand naar buiten: dit is de volgorde van de rangschikking.</translation>
    </message>
    <message>
      <source>Challenges</source>
      <translation>Uitdagingen</translation>
    </message>
    <message>
      <source>Draw the line between chosen and not chosen after so many places</source>
      <translation>Trek de streep tussen gekozen en niet gekozen na zoveel plaatsen</translation>
    </message>
    <message>
      <source>How many others come above the line when the weight of one criterion is so many times that of the call. Empty: nobody.</source>
      <translation>Hoeveel anderen boven de streep komen als het gewicht van één criterium zoveel keer dat van de oproep is. Leeg: niemand.</translation>
    </message>
    <message>
      <source>How much higher or lower than the others a juror scores, with 90 % certainty; it counts who scored which candidacies.</source>
      <translation>Hoeveel hoger of lager dan de anderen een jurylid scoort, met 90 % zekerheid; het telt mee wie welke kandidaturen scoorde.</translation>
    </message>
    <message>
      <source>In it</source>
      <translation>Erin</translation>
    </message>
    <message>
      <source>In pairs</source>
      <translation>Per twee</translation>
    </message>
    <message>
      <source>Judge it under Jury</source>
      <translation>Beoordelen bij Jury</translation>
    </message>
    <message>
      <source>Keep as a file: {picture}</source>
      <translation>Bewaren als bestand: {picture}</translation>
    </message>
    <message>
      <source>Keep as a file…</source>
      <translation>Bewaren als bestand…</translation>
    </message>
    <message>
      <source>Keep the picture</source>
      <translation>Het beeld bewaren</translation>
    </message>
    <message>
      <source>Keep the report</source>
      <translation>Het verslag bewaren</translation>
    </message>
    <message>
      <source>Keeping the picture</source>
      <translation>Het beeld wordt bewaard</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Erbuiten</translation>
    </message>
    <message>
      <source>Line after</source>
      <translation>Streep na</translation>
    </message>
    <message>
      <source>Line after how many places</source>
      <translation>Streep na hoeveel plaatsen</translation>
    </message>
    <message>
      <source>Looking for the selection that covers most</source>
      <translation>De selectie zoeken die het meeste dekt</translation>
    </message>
    <message>
      <source>Making the report</source>
      <translation>Het verslag wordt gemaakt</translation>
    </message>
    <message>
      <source>Median</source>
      <translation>Mediaan</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Model</translation>
    </message>
    <message>
      <source>Moves</source>
      <translation>Schuift</translation>
    </message>
    <message>
      <source>No juror has a conflict here: discuss in the order of the ranking.</source>
      <translation>Geen enkel jurylid heeft hier een belangenconflict: bespreek in de volgorde van de rangschikking.</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <source>Nobody's scores are open yet.</source>
      <translation>Er zijn nog geen scores open.</translation>
    </message>
    <message>
      <source>Nothing of it is kept: the call decides the weights.</source>
      <translation>Hier wordt niets van bewaard: de oproep bepaalt de gewichten.</translation>
    </message>
    <message>
      <source>Nothing stands out: nowhere are the jurors more divided than usual.</source>
      <translation>Niets springt eruit: nergens zijn de juryleden meer verdeeld dan anders.</translation>
    </message>
    <message>
      <source>Official</source>
      <translation>Officieel</translation>
    </message>
    <message>
      <source>Only the first column is the order. A place with an arrow lies on the other side of the line in that order.</source>
      <translation>Alleen de eerste kolom is de rangschikking. Een plaats met een pijl ligt in die volgorde aan de andere kant van de streep.</translation>
    </message>
    <message>
      <source>Order with the fewest people leaving</source>
      <translation>Volgorde waarin het minst mensen buitengaan</translation>
    </message>
    <message>
      <source>Order with these weights</source>
      <translation>Volgorde met deze gewichten</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisatie</translation>
    </message>
    <message>
      <source>Picture in pixels</source>
      <translation>Beeld in pixels</translation>
    </message>
    <message>
      <source>Picture that can be enlarged</source>
      <translation>Beeld dat scherp blijft bij vergroten</translation>
    </message>
    <message>
      <source>Pictures of the ranking</source>
      <translation>De rangschikking in beeld</translation>
    </message>
    <message>
      <source>Place, 90 %</source>
      <translation>Plaats, 90 %</translation>
    </message>
    <message>
      <source>Proposal</source>
      <translation>Voorstel</translation>
    </message>
    <message>
      <source>Proven: no other choice covers more, or as much with higher scores.</source>
      <translation>Bewezen: geen andere keuze dekt meer, of evenveel met hogere scores.</translation>
    </message>
    <message>
      <source>Report as PDF…</source>
      <translation>Verslag als pdf…</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Ronde</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Score</translation>
    </message>
    <message>
      <source>Scores</source>
      <translation>Scores</translation>
    </message>
    <message>
      <source>Scores counted from each juror's own mean; on a complete panel worse than the mean</source>
      <translation>Geteld vanaf het eigen gemiddelde van elk jurylid; bij een volledig panel slechter dan het gemiddelde</translation>
    </message>
    <message>
      <source>Spread</source>
      <translation>Spreiding</translation>
    </message>
    <message>
      <source>Spread: so many times what is usual between jurors on an item, which is {usual} here.</source>
      <translation>Spreiding: zoveel keer wat tussen juryleden gewoon is op een onderdeel; dat is hier {usual}.</translation>
    </message>
    <message>
      <source>Strict and mild</source>
      <translation>Streng en mild</translation>
    </message>
    <message>
      <source>Takes into account who judged strictly, and counts little evidence for less</source>
      <translation>Houdt rekening met wie streng was, en laat weinig scores minder meetellen</translation>
    </message>
    <message>
      <source>The best choice found in time; a better one is not ruled out.</source>
      <translation>De beste keuze die binnen de tijd gevonden is; een betere is niet uitgesloten.</translation>
    </message>
    <message>
      <source>The darker, the higher the mean of what the jurors gave on a criterion.</source>
      <translation>Hoe donkerder, hoe hoger het gemiddelde van wat de juryleden op een criterium gaven.</translation>
    </message>
    <message>
      <source>The middle score instead of the mean: one extreme sheet moves it little</source>
      <translation>De middelste score in plaats van het gemiddelde: één uitschieter verschuift weinig</translation>
    </message>
    <message>
      <source>The proposal and who is left out</source>
      <translation>Het voorstel en wie erbuiten valt</translation>
    </message>
    <message>
      <source>The ranking beside other orders</source>
      <translation>De rangschikking naast andere volgordes</translation>
    </message>
    <message>
      <source>The share of the goals of a challenge that the jury saw shown. Empty: not chosen.</source>
      <translation>Het deel van de doelen van een uitdaging dat de jury aangetoond zag. Leeg: niet gekozen.</translation>
    </message>
    <message>
      <source>Then once more</source>
      <translation>Daarna nog eens</translation>
    </message>
    <message>
      <source>Try other weights</source>
      <translation>Andere gewichten proberen</translation>
    </message>
    <message>
      <source>Weight of {criterion}</source>
      <translation>Gewicht van {criterion}</translation>
    </message>
    <message>
      <source>Weights of the call</source>
      <translation>Gewichten van de oproep</translation>
    </message>
    <message>
      <source>What the proposal covers</source>
      <translation>Wat het voorstel dekt</translation>
    </message>
    <message>
      <source>What to talk about first</source>
      <translation>Wat eerst te bespreken</translation>
    </message>
    <message>
      <source>Who is put higher by most jurors, two by two</source>
      <translation>Wie door de meeste juryleden hoger gezet wordt, twee aan twee</translation>
    </message>
    <message>
      <source>Whoever is left out, the same candidacies are above the line.</source>
      <translation>Wie je ook weglaat, dezelfde kandidaturen staan boven de streep.</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Waarom</translation>
    </message>
    <message>
      <source>With these weights above the line too: {list}</source>
      <translation>Met deze gewichten ook boven de streep: {list}</translation>
    </message>
    <message>
      <source>With these weights the same candidacies are above the line.</source>
      <translation>Met deze gewichten staan dezelfde kandidaturen boven de streep.</translation>
    </message>
    <message>
      <source>Without one juror</source>
      <translation>Zonder één jurylid</translation>
    </message>
    <message numerus="yes">
      <source>Without one of the other %n jurors nothing changes.</source>
      <translation>
        <numerusform>Zonder het andere jurylid verandert er niets.</numerusform>
        <numerusform>Zonder een van de andere %n juryleden verandert er niets.</numerusform>
      </translation>
    </message>
    <message>
      <source>divided</source>
      <translation>verdeeld</translation>
    </message>
    <message>
      <source>near the line</source>
      <translation>dicht bij de streep</translation>
    </message>
    <message>
      <source>others above the line at {weights}</source>
      <translation>anderen boven de streep bij {weights}</translation>
    </message>
    <message>
      <source>pitch</source>
      <translation>pitch</translation>
    </message>
    <message>
      <source>ranking-in-pictures.pdf</source>
      <translation>rangschikking-in-beeld.pdf</translation>
    </message>
    <message>
      <source>the same above the line at every weight of this slider</source>
      <translation>dezelfde boven de streep bij elk gewicht van deze schuif</translation>
    </message>
    <message>
      <source>two camps</source>
      <translation>twee kampen</translation>
    </message>
    <message>
      <source>written</source>
      <translation>schriftelijk</translation>
    </message>
    <message>
      <source>z-score</source>
      <translation>z-score</translation>
    </message>
    <message>
      <source>{before} in the order of the ranking</source>
      <translation>{before} keer in de volgorde van de rangschikking</translation>
    </message>
    <message>
      <source>{done} of {all} challenges</source>
      <translation>{done} van {all} uitdagingen</translation>
    </message>
    <message>
      <source>{done} of {all} goals</source>
      <translation>{done} van {all} doelen</translation>
    </message>
    <message>
      <source>{file} has been written.</source>
      <translation>{file} is geschreven.</translation>
    </message>
    <message>
      <source>{juror} comes back</source>
      <translation>{juror} komt terug</translation>
    </message>
    <message>
      <source>{juror} leaves</source>
      <translation>{juror} gaat buiten</translation>
    </message>
    <message>
      <source>{low} ← score → {high}</source>
      <translation>{low} ← score → {high}</translation>
    </message>
    <message>
      <source>{one} or {other}</source>
      <translation>{one} of {other}</translation>
    </message>
  </context>
</TS>
