<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
  <context>
    <name>assessment</name>
    <message numerus="yes">
      <source>%n already the same</source>
      <translation>
        <numerusform>%n al gelijk</numerusform>
        <numerusform>%n al gelijk</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n changed</source>
      <translation>
        <numerusform>%n gewijzigd</numerusform>
        <numerusform>%n gewijzigd</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n files with sheets lie in {folder}, one for each juror.</source>
      <translation>
        <numerusform>%n bestand met bladen ligt in {folder}, één per jurylid.</numerusform>
        <numerusform>%n bestanden met bladen liggen in {folder}, één per jurylid.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n goals have no mark yet. Marks count for the coverage, never for the score.</source>
      <translation>
        <numerusform>Eén doel heeft nog geen aanduiding. Aanduidingen tellen voor de dekking, nooit voor de score.</numerusform>
        <numerusform>%n doelen hebben nog geen aanduiding. Aanduidingen tellen voor de dekking, nooit voor de score.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n goals · {unmarked} to mark</source>
      <translation>
        <numerusform>%n doel · {unmarked} te markeren</numerusform>
        <numerusform>%n doelen · {unmarked} te markeren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n jurors have not submitted yet. What the others gave then stands side by side.</source>
      <translation>
        <numerusform>%n jurylid diende nog niet in. Wat de anderen gaven, staat dan naast elkaar.</numerusform>
        <numerusform>%n juryleden dienden nog niet in. Wat de anderen gaven, staat dan naast elkaar.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n missing</source>
      <translation>
        <numerusform>nog %n</numerusform>
        <numerusform>nog %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n points</source>
      <translation>
        <numerusform>%n punt</numerusform>
        <numerusform>%n punten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rows refused</source>
      <translation>
        <numerusform>%n rij geweigerd</numerusform>
        <numerusform>%n rijen geweigerd</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n scores added</source>
      <translation>
        <numerusform>%n score toegevoegd</numerusform>
        <numerusform>%n scores toegevoegd</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n scores to add</source>
      <translation>
        <numerusform>%n score toe te voegen</numerusform>
        <numerusform>%n scores toe te voegen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sheets have been submitted.</source>
      <translation>
        <numerusform>%n beoordeling is ingediend.</numerusform>
        <numerusform>%n beoordelingen zijn ingediend.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sheets have not been submitted and will not count. The scores of this round open.</source>
      <translation>
        <numerusform>%n beoordeling is niet ingediend en zal niet meetellen. De scores van deze ronde gaan open.</numerusform>
        <numerusform>%n beoordelingen zijn niet ingediend en zullen niet meetellen. De scores van deze ronde gaan open.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sheets submitted</source>
      <translation>
        <numerusform>%n beoordeling ingediend</numerusform>
        <numerusform>%n beoordelingen ingediend</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to change</source>
      <translation>
        <numerusform>%n te wijzigen</numerusform>
        <numerusform>%n te wijzigen</numerusform>
      </translation>
    </message>
    <message>
      <source>1 is shown, 2 partly, 3 not, and goes on; Backspace clears, Ctrl+Z undoes, arrows move. A goal without a mark on paper stays empty. Goals feed the coverage, never the score.</source>
      <translation>1 is aangetoond, 2 deels, 3 niet, en gaat verder; Backspace wist, Ctrl+Z neemt terug, pijltjes verplaatsen. Een doel zonder kruisje op papier blijft leeg. Doelen voeden de dekking, nooit de score.</translation>
    </message>
    <message>
      <source>1 shown, 2 partly, 3 not, ↓ to the next goal, G back to the score.</source>
      <translation>1 aangetoond, 2 deels, 3 niet, ↓ naar het volgende doel, G terug naar de score.</translation>
    </message>
    <message>
      <source>A candidacy to practise on</source>
      <translation>Een kandidatuur om op te oefenen</translation>
    </message>
    <message>
      <source>A comment is there already</source>
      <translation>Er staat al een toelichting</translation>
    </message>
    <message>
      <source>A conflict of interest with {reference}?</source>
      <translation>Een belangenconflict met {reference}?</translation>
    </message>
    <message>
      <source>A digit scores and goes on; N is n/a where that is allowed, Backspace clears, Ctrl+Z undoes, arrows move, Enter goes to the comment. A dot is a score that was there already, a small circle asks for a comment.</source>
      <translation>Een cijfer scoort en gaat verder; N is n.v.t. waar dat mag, Backspace wist, Ctrl+Z neemt terug, pijltjes verplaatsen, Enter gaat naar de toelichting. Een punt is een score die er al stond, een bolletje vraagt een toelichting.</translation>
    </message>
    <message>
      <source>A goal takes 1 (shown), 2 (partly) or 3 (not); Backspace clears it.</source>
      <translation>Een doel krijgt 1 (aangetoond), 2 (deels) of 3 (niet); Backspace wist het.</translation>
    </message>
    <message>
      <source>Add a comment</source>
      <translation>Commentaar toevoegen</translation>
    </message>
    <message>
      <source>Add the members of the jury first. Then they can score here, each under their own name.</source>
      <translation>Voeg eerst de juryleden toe. Daarna beoordelen ze hier, elk onder hun eigen naam.</translation>
    </message>
    <message>
      <source>Anything else about this candidacy (optional)</source>
      <translation>Nog iets over deze kandidatuur (mag leeg blijven)</translation>
    </message>
    <message>
      <source>Assessment</source>
      <translation>Beoordeling</translation>
    </message>
    <message>
      <source>Being saved…</source>
      <translation>Wordt bewaard…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Candidacy</source>
      <translation>Kandidatuur</translation>
    </message>
    <message>
      <source>Challenge {number} · {personas}</source>
      <translation>Regio-uitdaging {number} · {personas}</translation>
    </message>
    <message>
      <source>Challenge {number}: {title}</source>
      <translation>Uitdaging {number}: {title}</translation>
    </message>
    <message>
      <source>Change score sheet</source>
      <translation>Beoordeling wijzigen</translation>
    </message>
    <message>
      <source>Changed {when}; the journal keeps what it was.</source>
      <translation>Gewijzigd op {when}; het logboek bewaart wat er stond.</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Wijzigen…</translation>
    </message>
    <message>
      <source>Choose a candidacy to practise on</source>
      <translation>Oefenkandidatuur kiezen</translation>
    </message>
    <message>
      <source>Choose a candidacy to practise on…</source>
      <translation>Oefenkandidatuur kiezen…</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>Kies een bestand…</translation>
    </message>
    <message>
      <source>Choose at least one challenge.</source>
      <translation>Kies minstens één regio-uitdaging.</translation>
    </message>
    <message>
      <source>Choose your name…</source>
      <translation>Kies je naam…</translation>
    </message>
    <message>
      <source>Choose your own name at the left. What you submit is sealed until the round opens.</source>
      <translation>Kies links je eigen naam. Wat je indient, is verzegeld tot de ronde opengaat.</translation>
    </message>
    <message>
      <source>Clear the practice</source>
      <translation>Oefening opruimen</translation>
    </message>
    <message>
      <source>Clear the practice?</source>
      <translation>Oefening opruimen?</translation>
    </message>
    <message>
      <source>Clear the practice…</source>
      <translation>Oefening opruimen…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Close the practice</source>
      <translation>Oefenen afsluiten</translation>
    </message>
    <message>
      <source>Close the practice?</source>
      <translation>Oefenen afsluiten?</translation>
    </message>
    <message>
      <source>Close the practice…</source>
      <translation>Oefenen afsluiten…</translation>
    </message>
    <message>
      <source>Close the round</source>
      <translation>Ronde afsluiten</translation>
    </message>
    <message>
      <source>Close the round…</source>
      <translation>Ronde afsluiten…</translation>
    </message>
    <message>
      <source>Close this round?</source>
      <translation>Deze ronde afsluiten?</translation>
    </message>
    <message>
      <source>Code on the sheet</source>
      <translation>Code op het blad</translation>
    </message>
    <message>
      <source>Comment</source>
      <translation>Toelichting</translation>
    </message>
    <message>
      <source>Comment (Enter)</source>
      <translation>Toelichting (Enter)</translation>
    </message>
    <message>
      <source>Comment (required)</source>
      <translation>Commentaar (verplicht)</translation>
    </message>
    <message>
      <source>Comment from paper</source>
      <translation>Toelichting van papier</translation>
    </message>
    <message>
      <source>Comment on {item}</source>
      <translation>Commentaar bij {item}</translation>
    </message>
    <message>
      <source>Criterion</source>
      <translation>Criterium</translation>
    </message>
    <message>
      <source>Declare a conflict of interest</source>
      <translation>Belangenconflict melden</translation>
    </message>
    <message>
      <source>Declare a conflict…</source>
      <translation>Belangenconflict melden…</translation>
    </message>
    <message>
      <source>Declare it</source>
      <translation>Melden</translation>
    </message>
    <message>
      <source>Digits score, N is n/a where that is allowed, Tab to the next score, Enter to comment, G to the goals, U for what is asked, Ctrl+Enter submits, Alt+↓ to the next candidacy.</source>
      <translation>Cijfers geven een score, N is n.v.t. waar dat mag, Tab naar de volgende, Enter voor commentaar, G naar de doelen, U voor de uitleg, Ctrl+Enter dient in, Alt+↓ naar de volgende kandidatuur.</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>Documenten</translation>
    </message>
    <message>
      <source>Enter from paper</source>
      <translation>Invoeren van papier</translation>
    </message>
    <message>
      <source>Enter from paper…</source>
      <translation>Van papier invoeren…</translation>
    </message>
    <message>
      <source>Entered by {user} for {name}</source>
      <translation>Ingevoerd door {user} voor {name}</translation>
    </message>
    <message>
      <source>Entry</source>
      <translation>Invoer</translation>
    </message>
    <message>
      <source>Excel or CSV with the columns {names}</source>
      <translation>Excel of CSV met de kolommen {names}</translation>
    </message>
    <message>
      <source>First entered: {first}. Look at the paper: type it again, or V keeps the new one.</source>
      <translation>Eerst ingevoerd: {first}. Kijk op het papier: typ het opnieuw, of V houdt het nieuwe.</translation>
    </message>
    <message>
      <source>First entry</source>
      <translation>Eerste invoer</translation>
    </message>
    <message>
      <source>Folded</source>
      <translation>Dichtgevouwen</translation>
    </message>
    <message>
      <source>From now on you see nothing of {reference} any more, nor its scores, and you do not score it.</source>
      <translation>Vanaf nu zie je niets meer van {reference}, ook de scores niet, en je beoordeelt ze niet.</translation>
    </message>
    <message>
      <source>General remark</source>
      <translation>Algemene opmerking</translation>
    </message>
    <message>
      <source>Go on only if you are {name}. The journal notes that this sheet was shown on this computer.</source>
      <translation>Ga alleen verder als jij {name} bent. Het logboek noteert dat dit blad op deze computer getoond is.</translation>
    </message>
    <message>
      <source>Goal from paper</source>
      <translation>Doel van papier</translation>
    </message>
    <message>
      <source>Goals</source>
      <translation>Doelen</translation>
    </message>
    <message>
      <source>Hide the names</source>
      <translation>Namen verbergen</translation>
    </message>
    <message>
      <source>I have read the newest version</source>
      <translation>Ik heb de nieuwste versie gelezen</translation>
    </message>
    <message>
      <source>I score as</source>
      <translation>Ik beoordeel als</translation>
    </message>
    <message>
      <source>Import as drafts</source>
      <translation>Overnemen als concept</translation>
    </message>
    <message>
      <source>Import scores</source>
      <translation>Scores importeren</translation>
    </message>
    <message>
      <source>Import scores…</source>
      <translation>Scores importeren…</translation>
    </message>
    <message>
      <source>Import {file}?</source>
      <translation>{file} importeren?</translation>
    </message>
    <message>
      <source>Import, and submit what is complete</source>
      <translation>Overnemen en indienen wat volledig is</translation>
    </message>
    <message>
      <source>In an order drawn for you, least scored first</source>
      <translation>In een volgorde die voor jou geloot is, de minst beoordeelde eerst</translation>
    </message>
    <message>
      <source>In this round there is no candidacy for you to score.</source>
      <translation>In deze ronde heb je geen kandidatuur te beoordelen.</translation>
    </message>
    <message>
      <source>Judge the newest version</source>
      <translation>Nieuwste versie beoordelen</translation>
    </message>
    <message>
      <source>Juror {number}</source>
      <translation>Jurylid {number}</translation>
    </message>
    <message>
      <source>Jurors can score again. Whoever has seen the scores of others may be influenced by them.</source>
      <translation>Juryleden kunnen opnieuw beoordelen. Wie de scores van anderen al zag, kan erdoor beïnvloed zijn.</translation>
    </message>
    <message>
      <source>Keep the change</source>
      <translation>Wijziging bewaren</translation>
    </message>
    <message>
      <source>Keep the change…</source>
      <translation>Wijziging bewaren…</translation>
    </message>
    <message>
      <source>Kept as you type; not submitted yet.</source>
      <translation>Wordt bewaard terwijl je typt; nog niet ingediend.</translation>
    </message>
    <message>
      <source>Let the jury score one invented candidacy first, with the same sheet and the same scale, and talk about the differences. It counts for nothing.</source>
      <translation>Laat de jury eerst één verzonnen kandidatuur scoren, met hetzelfde formulier en dezelfde schaal, en praat over de verschillen. Ze telt nergens mee.</translation>
    </message>
    <message>
      <source>List of scores</source>
      <translation>Lijst van scores</translation>
    </message>
    <message>
      <source>Making the sheets…</source>
      <translation>De bladen maken…</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Gemiddelde</translation>
    </message>
    <message>
      <source>My candidacies</source>
      <translation>Mijn kandidaturen</translation>
    </message>
    <message>
      <source>Next candidacy</source>
      <translation>Volgende kandidatuur</translation>
    </message>
    <message>
      <source>Next candidacy (Alt+↓)</source>
      <translation>Volgende kandidatuur (Alt+↓)</translation>
    </message>
    <message>
      <source>Nobody has anything to score in this round yet.</source>
      <translation>In deze ronde valt nog niets te beoordelen.</translation>
    </message>
    <message>
      <source>Nobody sees these scores until the round opens. Whoever sits here has to ask for them.</source>
      <translation>Niemand ziet deze scores voor de ronde opengaat. Wie hier zit, moet er uitdrukkelijk om vragen.</translation>
    </message>
    <message>
      <source>Nobody submitted anything.</source>
      <translation>Niemand diende iets in.</translation>
    </message>
    <message>
      <source>Nobody wrote a word of explanation here.</source>
      <translation>Niemand schreef hier een woord uitleg.</translation>
    </message>
    <message>
      <source>Not saved: {why}</source>
      <translation>Niet bewaard: {why}</translation>
    </message>
    <message>
      <source>Nothing has been entered from paper yet for this juror and this round.</source>
      <translation>Voor dit jurylid en deze ronde is nog niets van papier ingevoerd.</translation>
    </message>
    <message>
      <source>Nothing has been entered of {reference} yet, so there is nothing to compare with: the first entry comes first. Choose “{first}” above.</source>
      <translation>Van {reference} is nog niets ingevoerd, dus is er niets om mee te vergelijken: eerst komt de eerste invoer. Kies bovenaan “{first}”.</translation>
    </message>
    <message>
      <source>Nothing of this sitting is left to undo.</source>
      <translation>Van wat je hier typte, valt niets meer terug te nemen.</translation>
    </message>
    <message>
      <source>Nothing to score here</source>
      <translation>Hier valt niets te beoordelen</translation>
    </message>
    <message>
      <source>Obstacles</source>
      <translation>Obstakels</translation>
    </message>
    <message>
      <source>Pitch</source>
      <translation>Pitch</translation>
    </message>
    <message>
      <source>Practice: side by side</source>
      <translation>Oefenen: naast elkaar</translation>
    </message>
    <message>
      <source>Practice: side by side…</source>
      <translation>Oefenen: naast elkaar…</translation>
    </message>
    <message numerus="yes">
      <source>Practice: {done} of %n submitted</source>
      <translation>
        <numerusform>Oefenen: {done} van %n ingediend</numerusform>
        <numerusform>Oefenen: {done} van %n ingediend</numerusform>
      </translation>
    </message>
    <message>
      <source>Practise (counts for nothing)</source>
      <translation>Oefenen (telt niet mee)</translation>
    </message>
    <message>
      <source>Practise again</source>
      <translation>Opnieuw oefenen</translation>
    </message>
    <message>
      <source>Practise again?</source>
      <translation>Opnieuw oefenen?</translation>
    </message>
    <message>
      <source>Practise again…</source>
      <translation>Opnieuw oefenen…</translation>
    </message>
    <message>
      <source>Practise first?</source>
      <translation>Eerst oefenen?</translation>
    </message>
    <message>
      <source>Previous candidacy</source>
      <translation>Vorige kandidatuur</translation>
    </message>
    <message>
      <source>Print sheets…</source>
      <translation>Bladen afdrukken…</translation>
    </message>
    <message>
      <source>Proposal</source>
      <translation>Voorstel</translation>
    </message>
    <message>
      <source>Reading the list…</source>
      <translation>De lijst lezen…</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Reden</translation>
    </message>
    <message>
      <source>Reopen the round</source>
      <translation>Ronde heropenen</translation>
    </message>
    <message>
      <source>Reopen the round…</source>
      <translation>Ronde heropenen…</translation>
    </message>
    <message>
      <source>Reopen this round?</source>
      <translation>Deze ronde heropenen?</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Ronde</translation>
    </message>
    <message>
      <source>Row {row}: {reason}</source>
      <translation>Rij {row}: {reason}</translation>
    </message>
    <message>
      <source>Running mean: {mean}</source>
      <translation>Lopend gemiddelde: {mean}</translation>
    </message>
    <message>
      <source>Saved at {time} · not submitted yet</source>
      <translation>Bewaard om {time} · nog niet ingediend</translation>
    </message>
    <message>
      <source>Score from paper</source>
      <translation>Score van papier</translation>
    </message>
    <message>
      <source>Score sheet</source>
      <translation>Beoordelingsformulier</translation>
    </message>
    <message>
      <source>Scored on these challenges</source>
      <translation>Gescoord op deze regio-uitdagingen</translation>
    </message>
    <message>
      <source>Scores</source>
      <translation>Scores</translation>
    </message>
    <message>
      <source>Scores of {reference}</source>
      <translation>Scores van {reference}</translation>
    </message>
    <message>
      <source>Scores side by side</source>
      <translation>Scores naast elkaar</translation>
    </message>
    <message>
      <source>Second entry</source>
      <translation>Tweede invoer</translation>
    </message>
    <message>
      <source>Second entry of {reference}</source>
      <translation>Tweede invoer van {reference}</translation>
    </message>
    <message>
      <source>See what changed…</source>
      <translation>Bekijk wat er veranderde…</translation>
    </message>
    <message>
      <source>Sheet by its code…</source>
      <translation>Blad met code…</translation>
    </message>
    <message>
      <source>Sheets from paper</source>
      <translation>Beoordelingen van papier</translation>
    </message>
    <message>
      <source>Sheets of</source>
      <translation>Bladen van</translation>
    </message>
    <message>
      <source>Show a sealed sheet</source>
      <translation>Een verzegeld blad tonen</translation>
    </message>
    <message>
      <source>Show it</source>
      <translation>Tonen</translation>
    </message>
    <message>
      <source>Show my sheet…</source>
      <translation>Mijn blad tonen…</translation>
    </message>
    <message>
      <source>Show the sealed sheet on {reference}?</source>
      <translation>Het verzegelde blad over {reference} tonen?</translation>
    </message>
    <message>
      <source>Show what is kept</source>
      <translation>Toon wat bewaard is</translation>
    </message>
    <message>
      <source>Side by side…</source>
      <translation>Naast elkaar…</translation>
    </message>
    <message>
      <source>Spread</source>
      <translation>Spreiding</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Still needed: {parts}</source>
      <translation>Nog nodig: {parts}</translation>
    </message>
    <message>
      <source>Submit</source>
      <translation>Indienen</translation>
    </message>
    <message numerus="yes">
      <source>Submit %n complete sheets</source>
      <translation>
        <numerusform>%n volledige beoordeling indienen</numerusform>
        <numerusform>%n volledige beoordelingen indienen</numerusform>
      </translation>
    </message>
    <message>
      <source>Submit all the same</source>
      <translation>Toch indienen</translation>
    </message>
    <message>
      <source>Submit score sheet</source>
      <translation>Beoordeling indienen</translation>
    </message>
    <message>
      <source>Submit sheets from paper</source>
      <translation>Beoordelingen van papier indienen</translation>
    </message>
    <message>
      <source>Submit without these goals?</source>
      <translation>Zonder deze doelen indienen?</translation>
    </message>
    <message>
      <source>Submitted and sealed</source>
      <translation>Ingediend en verzegeld</translation>
    </message>
    <message>
      <source>Submitted and sealed: your last one</source>
      <translation>Ingediend en verzegeld: dat was je laatste</translation>
    </message>
    <message>
      <source>Submitted nothing: {names}</source>
      <translation>Diende niets in: {names}</translation>
    </message>
    <message>
      <source>Submitted {when} and sealed.</source>
      <translation>Ingediend op {when} en verzegeld.</translation>
    </message>
    <message>
      <source>That sheet cannot be entered from paper now; its state says why.</source>
      <translation>Dat blad kan nu niet van papier ingevoerd worden; de stand zegt waarom.</translation>
    </message>
    <message>
      <source>That was your last one in this round.</source>
      <translation>Dat was je laatste in deze ronde.</translation>
    </message>
    <message>
      <source>The candidacy and everything scored in practice go. Nothing that counts changes.</source>
      <translation>De oefenkandidatuur en alle oefenscores verdwijnen. Aan wat telt, verandert niets.</translation>
    </message>
    <message>
      <source>The candidacy you chose is still being read. Nothing has been submitted; try again soon.</source>
      <translation>De kandidatuur die je koos, wordt nog gelezen. Er is niets ingediend; probeer het zo dadelijk opnieuw.</translation>
    </message>
    <message>
      <source>The change of this sealed sheet has not been kept yet. Keep it or cancel it first.</source>
      <translation>De wijziging van deze verzegelde beoordeling is nog niet bewaard. Bewaar ze eerst, of annuleer ze.</translation>
    </message>
    <message>
      <source>The conflict of interest has been declared.</source>
      <translation>Het belangenconflict is gemeld.</translation>
    </message>
    <message>
      <source>The example is an invented candidacy with strong and weak sides. A file of your own works too. Whatever you choose lies apart: it never comes into the ranking, the plan, the letters or any count.</source>
      <translation>Het voorbeeld is een verzonnen kandidatuur met sterke en zwakke kanten. Een eigen bestand kan ook. Wat je kiest, ligt apart: het komt nooit in de rangschikking, de planning, de brieven of een telling.</translation>
    </message>
    <message>
      <source>The jurors can score it again.</source>
      <translation>De juryleden kunnen opnieuw scoren.</translation>
    </message>
    <message>
      <source>The letter with the decision left {when} and rests on these scores. A change makes it no longer hold: the regisseur then has to have the decision revised, with a new letter.</source>
      <translation>De brief met de beslissing vertrok op {when} en steunt op deze scores. Een wijziging maakt dat hij niet meer klopt: de regisseur moet de beslissing dan laten herzien, met een nieuwe brief.</translation>
    </message>
    <message>
      <source>The practice has been cleared.</source>
      <translation>De oefening is opgeruimd.</translation>
    </message>
    <message>
      <source>The practice has been closed.</source>
      <translation>De oefening is afgesloten.</translation>
    </message>
    <message>
      <source>The practice is open again.</source>
      <translation>De oefening is weer open.</translation>
    </message>
    <message>
      <source>The round has been closed.</source>
      <translation>De ronde is afgesloten.</translation>
    </message>
    <message>
      <source>The round has been closed. This sheet was not submitted and does not count.</source>
      <translation>De ronde is afgesloten. Deze beoordeling is niet ingediend en telt niet mee.</translation>
    </message>
    <message>
      <source>The round is open again.</source>
      <translation>De ronde is weer open.</translation>
    </message>
    <message>
      <source>The sheet on {reference} has been changed.</source>
      <translation>De beoordeling van {reference} is gewijzigd.</translation>
    </message>
    <message>
      <source>The sheet stays submitted. The old scores and your reason stay in the journal.</source>
      <translation>De beoordeling blijft ingediend. De oude scores en je reden blijven in het logboek.</translation>
    </message>
    <message>
      <source>The sheet that {name} had submitted no longer counts.</source>
      <translation>{name} diende al in; dat blad telt niet meer mee.</translation>
    </message>
    <message>
      <source>There is no jury yet</source>
      <translation>Er is nog geen jury</translation>
    </message>
    <message>
      <source>There is no sheet here to enter from paper.</source>
      <translation>Hier is geen blad om van papier in te voeren.</translation>
    </message>
    <message>
      <source>There is nothing to type again.</source>
      <translation>Er is niets om opnieuw te doen.</translation>
    </message>
    <message>
      <source>This candidacy came without files.</source>
      <translation>Deze kandidatuur kwam zonder bestanden binnen.</translation>
    </message>
    <message>
      <source>This sheet judged version {old}; version {new} has come in since.</source>
      <translation>Deze beoordeling gaat over versie {old}; intussen is versie {new} binnengekomen.</translation>
    </message>
    <message>
      <source>To the goals</source>
      <translation>Naar de doelen</translation>
    </message>
    <message>
      <source>To the jury</source>
      <translation>Naar de jury</translation>
    </message>
    <message>
      <source>To the proposal and back</source>
      <translation>Naar het voorstel en terug</translation>
    </message>
    <message>
      <source>Type the sheets again without looking at the first entry. Green is the same; red is different: look at the paper. A sheet that is the same throughout is marked as entered twice.</source>
      <translation>Typ de bladen opnieuw zonder naar de eerste invoer te kijken. Groen is gelijk; rood is anders: kijk op het papier. Een blad dat overal gelijk is, krijgt ‘twee keer ingevoerd’.</translation>
    </message>
    <message>
      <source>Unfolded</source>
      <translation>Opengevouwen</translation>
    </message>
    <message>
      <source>Use the example</source>
      <translation>Neem het voorbeeld</translation>
    </message>
    <message>
      <source>What do you practise on?</source>
      <translation>Waarop oefenen jullie?</translation>
    </message>
    <message>
      <source>What is typed</source>
      <translation>Wat je overtypt</translation>
    </message>
    <message>
      <source>What this criterion asks (U)</source>
      <translation>Wat dit criterium vraagt (U)</translation>
    </message>
    <message>
      <source>Where do the sheets go?</source>
      <translation>Waar komen de bladen?</translation>
    </message>
    <message>
      <source>Where you differ most comes first. Talk about what each number stands for. It counts for nothing.</source>
      <translation>Waar jullie het meest verschillen, staat eerst. Praat over waar elk cijfer voor staat. Het telt nergens mee.</translation>
    </message>
    <message>
      <source>Who is scoring?</source>
      <translation>Wie beoordeelt?</translation>
    </message>
    <message numerus="yes">
      <source>Whole round: {done} of %n submitted</source>
      <translation>
        <numerusform>Hele ronde: {done} van %n ingediend</numerusform>
        <numerusform>Hele ronde: {done} van %n ingediend</numerusform>
      </translation>
    </message>
    <message>
      <source>Why do you change this sheet?</source>
      <translation>Waarom wijzig je deze beoordeling?</translation>
    </message>
    <message>
      <source>Why this score?</source>
      <translation>Waarom deze score?</translation>
    </message>
    <message>
      <source>Why this score? The call asks for a reason here.</source>
      <translation>Waarom deze score? De oproep vraagt hier uitleg.</translation>
    </message>
    <message>
      <source>Written</source>
      <translation>Schriftelijk</translation>
    </message>
    <message>
      <source>You are changing a sealed sheet. The old scores stay in the journal.</source>
      <translation>Je wijzigt een verzegelde beoordeling. De oude scores blijven in het logboek.</translation>
    </message>
    <message>
      <source>You do not score {list}: you have a conflict of interest. Leave these alone elsewhere too.</source>
      <translation>{list} beoordeel je niet: je hebt een belangenconflict. Laat ze ook elders in het programma dicht.</translation>
    </message>
    <message>
      <source>You do not score {list}: you were not at the pitch.</source>
      <translation>{list} beoordeel je niet: je was niet bij de pitch.</translation>
    </message>
    <message>
      <source>You have submitted already; that sheet no longer counts.</source>
      <translation>Je diende al in; dat blad telt niet meer mee.</translation>
    </message>
    <message>
      <source>You typed n/a here, but the call wants a score for {name}. Nothing was kept; look at the paper.</source>
      <translation>Hier typte je n.v.t., maar de oproep wil een score voor {name}. Er is niets bewaard; kijk op het papier.</translation>
    </message>
    <message>
      <source>a new version came after the one you scored</source>
      <translation>er kwam een nieuwe versie na de versie die je beoordeelde</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>afgesloten</translation>
    </message>
    <message>
      <source>comment at {codes}</source>
      <translation>toelichting bij {codes}</translation>
    </message>
    <message>
      <source>complete</source>
      <translation>volledig</translation>
    </message>
    <message>
      <source>entered twice</source>
      <translation>2 × ingevoerd</translation>
    </message>
    <message numerus="yes">
      <source>entered twice, %n missing</source>
      <translation>
        <numerusform>2 × ingevoerd, nog %n</numerusform>
        <numerusform>2 × ingevoerd, nog %n</numerusform>
      </translation>
    </message>
    <message>
      <source>goal {code}</source>
      <translation>doel {code}</translation>
    </message>
    <message>
      <source>n/a</source>
      <translation>n.v.t.</translation>
    </message>
    <message>
      <source>no mark yet</source>
      <translation>nog niet aangeduid</translation>
    </message>
    <message>
      <source>not</source>
      <translation>niet</translation>
    </message>
    <message>
      <source>on the screen</source>
      <translation>op het scherm</translation>
    </message>
    <message>
      <source>partly</source>
      <translation>deels</translation>
    </message>
    <message>
      <source>pitch</source>
      <translation>pitch</translation>
    </message>
    <message>
      <source>score at {codes}</source>
      <translation>score bij {codes}</translation>
    </message>
    <message>
      <source>shown</source>
      <translation>aangetoond</translation>
    </message>
    <message>
      <source>submitted</source>
      <translation>ingediend</translation>
    </message>
    <message>
      <source>the officer</source>
      <translation>de regisseur</translation>
    </message>
    <message>
      <source>to enter</source>
      <translation>in te voeren</translation>
    </message>
    <message>
      <source>version {number}: {file}</source>
      <translation>versie {number}: {file}</translation>
    </message>
    <message>
      <source>v{number}</source>
      <comment>version</comment>
      <translation>v{number}</translation>
    </message>
    <message>
      <source>written</source>
      <translation>schriftelijk</translation>
    </message>
    <message numerus="yes">
      <source>{done} of %n complete</source>
      <translation>
        <numerusform>{done} van %n volledig</numerusform>
        <numerusform>{done} van %n volledig</numerusform>
      </translation>
    </message>
    <message>
      <source>{first} and {last}</source>
      <translation>{first} en {last}</translation>
    </message>
    <message>
      <source>{reference} has been submitted.</source>
      <translation>{reference} is ingediend.</translation>
    </message>
    <message numerus="yes">
      <source>{shown} of %n goals shown</source>
      <translation>
        <numerusform>{shown} van %n doel aangetoond</numerusform>
        <numerusform>{shown} van %n doelen aangetoond</numerusform>
      </translation>
    </message>
    <message>
      <source>{title}: challenge {number}</source>
      <translation>{title}: uitdaging {number}</translation>
    </message>
    <message numerus="yes">
      <source>… and %n more</source>
      <translation>
        <numerusform>… en nog %n</numerusform>
        <numerusform>… en nog %n</numerusform>
      </translation>
    </message>
  </context>
</TS>
