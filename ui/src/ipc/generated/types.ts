// Written by crates/api (src/typescript.rs). Do not edit: run the test there with WAYMARK_WRITE_TYPES=1.

export type AbsenceReason = { 
/**
 * The words; empty where nobody gave one.
 */
words: string, 
/**
 * How often.
 */
times: number, };

export type Acknowledge = { 
/**
 * Which finding.
 */
finding: number, 
/**
 * The name of whoever has read it.
 */
name: string, };

export type AddAddendum = { 
/**
 * Which note.
 */
note: NoteId, 
/**
 * What is added.
 */
words: string, 
/**
 * Why.
 */
reason: string, };

export type AddContact = { 
/**
 * Whose supporter.
 */
person: PersonId, 
/**
 * Which.
 */
supporter: SupporterId, 
/**
 * What happened.
 */
contact: ContactDetails, };

export type AddPerson = { 
/**
 * What is known of them; a name is enough.
 */
details: PersonDetails, };

export type AddRehearsal = { 
/**
 * Whose plan.
 */
person: PersonId, 
/**
 * The version.
 */
sheet: SheetId, 
/**
 * The day.
 */
on: string, 
/**
 * With whom, and what was noticed; may be empty.
 */
words: string, };

export type Addendum = { 
/**
 * Names it.
 */
id: AddendumId, 
/**
 * Which of the two.
 */
kind: AddendumKind, 
/**
 * What is added; of a co-signature a remark, mostly none.
 */
words: string, 
/**
 * Why; a co-signature has none.
 */
reason: string, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Who, name and title.
 */
by: string, 
/**
 * SHA-256 over what was added, in lower-case hex.
 */
seal: string, };

export type AddendumId = string;

export type AddendumKind = "addition" | "coSignature";

export type Anchor = "start" | "middle" | "end";

export type Answer = { 
/**
 * Where it belongs.
 */
key: AnswerKey, 
/**
 * What was answered.
 */
value: AnswerValue, };

export type AnswerField = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The session it was answered in, if any.
 */
session: SessionId | null, 
/**
 * Where it belongs.
 */
key: AnswerKey, 
/**
 * What was answered; `None` or empty takes it back.
 */
value: AnswerValue | null, };

export type AnswerKey = { 
/**
 * The topic the block stands in.
 */
topic: TopicId, 
/**
 * The block.
 */
block: BlockId, 
/**
 * The field, row or item.
 */
field: FieldId, 
/**
 * The row of a repeating group, from 0; 0 for all else.
 */
row: number, 
/**
 * The filled copy, for worksheets that can be filled many times; `None` for the one copy in the handout.
 */
sheet: SheetId | null, };

export type AnswerMirror = { 
/**
 * The first day of the quarter.
 */
period: string, 
/**
 * Of what.
 */
item: MirrorItem, 
/**
 * 1 to 5; nothing where none is chosen.
 */
level: number | null, 
/**
 * In words; may be empty.
 */
words: string, };

export type AnswerValue = { "kind": "text", "value": string } | { "kind": "choice", "value": OptionId } | { "kind": "ticks", "value": Array<OptionId> } | { "kind": "number", "value": number } | { "kind": "date", "value": string } | { "kind": "asTyped", "value": string } | { "kind": "missing", "value": Missing };

export type ApiError = { 
/**
 * What went wrong.
 */
code: ErrorCode, 
/**
 * What the sentence needs, such as a path; never anybody's words.
 */
details: Record<string, string>, };

export type AppState = { 
/**
 * The vault.
 */
vault: VaultState, 
/**
 * The settings of this computer.
 */
settings: Settings, 
/**
 * Set when their file could not be read, until somebody has read that.
 */
settingsTrouble: SettingsTrouble | null, 
/**
 * Where everything is kept, for the settings page.
 */
dataFolder: string, 
/**
 * Today, by the computer's clock.
 */
today: string, 
/**
 * The version of the program.
 */
version: string, 
/**
 * Whether words that could not be written wait for the vault to be opened.
 */
held: boolean, };

export type ArchiveConflict = { 
/**
 * The kind of entry, as the store calls it.
 */
table: string, 
/**
 * The value, likewise.
 */
field: string, 
/**
 * What stands here.
 */
ours: string, 
/**
 * What would have come.
 */
theirs: string, 
/**
 * Which entry, as the archive names it.
 */
row: string, 
/**
 * What the entry is called; may be empty.
 */
about: string, 
/**
 * The day it is of.
 */
on: string | null, 
/**
 * Whether it is signed or belongs to a signed note; ours stands for good.
 */
signed: boolean, 
/**
 * With which value of the entry it is taken over, its own name where it stands alone; `None` where ours always stands.
 */
together: string | null, };

export type ArchivePart = { 
/**
 * Which kind, as the store calls it.
 */
table: string, 
/**
 * How many.
 */
rows: number, };

export type ArchivePlan = { 
/**
 * Whose it is.
 */
person: PersonId, 
/**
 * Their name in it.
 */
name: string, 
/**
 * Whether they are in this vault already.
 */
known: boolean, 
/**
 * Who they are here; `None` when they are not.
 */
here: PersonCard | null, 
/**
 * What would come in.
 */
added: Array<ArchivePart>, 
/**
 * How many entries are here already, the same.
 */
same: number, 
/**
 * What is here and differs; ours stands unless somebody chooses otherwise.
 */
conflicts: Array<ArchiveConflict>, };

export type Area = "vault" | "people" | "statements" | "goals" | "sessions" | "groups" | "practices" | "supporters" | "answers" | "events" | "outcomes" | "notes" | "handOffs" | "endings" | "supervision";

export type AskEarlier = { 
/**
 * Whose record it stands in.
 */
person: PersonId, 
/**
 * What it is a part of.
 */
place: TextPlace, 
/**
 * Which text of it, as the page names the field; nothing else for an answer.
 */
field: string, };

export type AskMirror = { 
/**
 * A day of the quarter; today where nothing is said.
 */
on: string | null, 
/**
 * Only what was done with this person; levels are made of a whole caseload alone.
 */
person: PersonId | null, 
/**
 * In which language.
 */
language: Lang, };

export type Attainment = "muchLess" | "less" | "expected" | "more" | "muchMore";

export type Attendance = { "kind": "present" } | { "kind": "cancelled", 
/**
 * Why; may be empty.
 */
reason: string, } | { "kind": "noShow", 
/**
 * Why, if it is known; may be empty.
 */
reason: string, } | { "kind": "moved", 
/**
 * Why; may be empty.
 */
reason: string, };

export type AttendanceCount = { 
/**
 * Came.
 */
came: number, 
/**
 * It was called off.
 */
cancelled: number, 
/**
 * Did not come.
 */
noShow: number, 
/**
 * It was moved.
 */
moved: number, };

export type BackUp = { 
/**
 * The folder it goes to.
 */
folder: string, };

export type BackupMade = { 
/**
 * Its path.
 */
path: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * Whether its folder was flushed too, which some network shares refuse.
 */
flushed: boolean, };

export type BackupPlan = { 
/**
 * How often.
 */
every: Every, 
/**
 * The folder, on this computer or on a disk that is not always there; empty when none was chosen.
 */
folder: string, };

export type BackupTrouble = { 
/**
 * The folder it is to go to.
 */
folder: string, 
/**
 * What is in the way.
 */
why: BackupWhy, 
/**
 * When it was last tried.
 */
at: Timestamp, };

export type BackupWhy = "gone" | "full" | "readOnly" | "failed";

export type Begun = { 
/**
 * The place.
 */
place: string, 
/**
 * Whose record it is for.
 */
person: PersonId | null, 
/**
 * What stands there, as the page wrote it.
 */
words: string, };

export type Better = "higher" | "lower" | "neither";

export type Block = { "kind": "heading", 
/**
 * 2 or 3.
 */
level: number, 
/**
 * The words.
 */
text: string, } | { "kind": "paragraph", 
/**
 * The words.
 */
words: Array<Inline>, } | { "kind": "list", 
/**
 * Whether it is numbered.
 */
ordered: boolean, 
/**
 * The items.
 */
items: Array<Array<Inline>>, } | { "kind": "quotation", 
/**
 * The words.
 */
words: string, 
/**
 * Who said it and when; empty when it needs no line.
 */
source: string, } | { "kind": "keyPoint", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * The words.
 */
words: Array<Inline>, } | { "kind": "story", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * The title, such as "Amira, 34".
 */
title: string, 
/**
 * The paragraphs.
 */
paragraphs: Array<Array<Inline>>, } | { "kind": "question", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * The question.
 */
prompt: Array<Inline>, 
/**
 * The one field, always of kind long text.
 */
field: Field, } | { "kind": "checklist", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * The title.
 */
title: string, 
/**
 * One line on what to do; empty when there is none.
 */
intro: string, 
/**
 * The columns that can be ticked.
 */
columns: Array<Choice>, 
/**
 * The rows; each answers with `Ticks` of columns.
 */
rows: Array<Row>, 
/**
 * How many free "other" lines follow; their fields are `other-1`, `other-2` … with `Text` answers.
 */
others: number, } | { "kind": "rating", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * The title.
 */
title: string, 
/**
 * One line on what to do; empty when there is none.
 */
intro: string, 
/**
 * The levels, low to high.
 */
levels: Array<Choice>, 
/**
 * The rows; each answers with a `Choice` of level.
 */
rows: Array<Row>, } | { "kind": "worksheet", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * The title.
 */
title: string, 
/**
 * One line on what to do; empty when there is none.
 */
intro: string, 
/**
 * Whether it can be filled many times, each copy a sheet of its own.
 */
many: boolean, 
/**
 * The fields and groups, in order.
 */
parts: Array<WorksheetPart>, } | { "kind": "practiceOptions", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * The title.
 */
title: string, 
/**
 * What the person is working towards, in their own words; none in a page that comes straight from the content.
 */
goals: Array<string>, 
/**
 * The options, those that serve a goal by name first.
 */
options: Array<Choice>, } | { "kind": "rolePlay", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * The title.
 */
title: string, 
/**
 * What happens and who plays whom.
 */
scene: Array<Inline>, 
/**
 * What to do, in order.
 */
steps: Array<Array<Inline>>, 
/**
 * What to notice and praise afterwards.
 */
lookFor: Array<Array<Inline>>, } | { "kind": "knowledgeCheck", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * The title.
 */
title: string, 
/**
 * The questions.
 */
questions: Array<CheckQuestion>, } | { "kind": "formLink", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * The form.
 */
form: TopicId, 
/**
 * The form's title.
 */
title: string, 
/**
 * The one line that says what the form is for.
 */
purpose: string, 
/**
 * Why to open it now.
 */
words: Array<Inline>, } | { "kind": "services", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * Which of them.
 */
about: ServicesAbout, 
/**
 * The title.
 */
title: string, 
/**
 * What to do when nothing is entered yet.
 */
empty: string, 
/**
 * The services; none in a page that comes straight from the content.
 */
entries: Array<ServiceEntry>, } | { "kind": "figure", 
/**
 * Names the block.
 */
id: BlockId, 
/**
 * What it shows, said for those who do not see it.
 */
alt: string, 
/**
 * A line below it; empty when it needs none.
 */
caption: string, 
/**
 * The drawing.
 */
drawing: Drawing, } | { "kind": "facts", 
/**
 * The pairs.
 */
rows: Array<Fact>, } | { "kind": "chart" } & Chart | { "kind": "table" } & Table | { "kind": "signature", 
/**
 * The printed name and title.
 */
name: string, 
/**
 * The moment as printed; empty for a blank line.
 */
at: string, } | { "kind": "newSheet" };

export type BlockId = string;

export type Booster = { 
/**
 * Names it.
 */
id: BoosterId, 
/**
 * The day.
 */
on: string, 
/**
 * What to take up again; may be empty.
 */
words: string, 
/**
 * What became of it; `None` while it lies ahead or nobody has said.
 */
outcome: BoosterOutcome | null, };

export type BoosterId = string;

export type BoosterOutcome = "held" | "letGo";

export type BoosterPlan = { 
/**
 * The day.
 */
on: string, 
/**
 * What to take up again; may be empty.
 */
words: string, 
/**
 * What became of it; `None` while it lies ahead or nobody has said.
 */
outcome: BoosterOutcome | null, };

export type Breadth = "little" | "most" | "whole";

export type CameBack = { 
/**
 * Whose answers they would be.
 */
person: PersonCard, 
/**
 * What came back, in the order of the file.
 */
lines: Array<ReadBackLine>, 
/**
 * How many fields have no place in the content.
 */
lost: number, };

export type CannotWrite = "full" | "readOnly";

export type CaseloadColumn = "name" | "firstName" | "lastName" | "recordNumber" | "language" | "startedOn" | "nextMeeting";

export type CaseloadHeading = { 
/**
 * Its heading; empty when there is none.
 */
heading: string, 
/**
 * The first few things in it.
 */
samples: Array<string>, };

export type CaseloadHow = { 
/**
 * What each column holds, from the left; `None` for what is left out.
 */
columns: Array<CaseloadColumn | null>, 
/**
 * Whether the first line holds headings.
 */
headings: boolean, 
/**
 * Whether a day in figures begins with the day; else with the month. One that begins with the year says so itself.
 */
dayFirst: boolean, };

export type CaseloadLine = { 
/**
 * Its line in the file, from 1.
 */
line: number, 
/**
 * Who it seems to be; may be empty.
 */
name: string, 
/**
 * Their record number; may be empty.
 */
recordNumber: string, 
/**
 * What is wrong with it.
 */
faults: Array<RowFault>, 
/**
 * Whom it seems to be already.
 */
twice: Twice | null, };

export type CaseloadView = { 
/**
 * The file.
 */
path: string, 
/**
 * How it is understood.
 */
how: CaseloadHow, 
/**
 * How its letters are written.
 */
encoding: Encoding, 
/**
 * What parts its cells: a comma, a semicolon or a tab.
 */
separator: string, 
/**
 * Its columns.
 */
columns: Array<CaseloadHeading>, 
/**
 * Rows that hold anything, the headings left out.
 */
rows: number, 
/**
 * Rows that can be brought in.
 */
ready: number, 
/**
 * Rows in which something is wrong.
 */
faulty: number, 
/**
 * Rows that seem to be somebody who is there already, or stands further up.
 */
twice: number, 
/**
 * Rows to look at: those in which something is wrong first, then those that seem to be there, then the first others.
 */
lines: Array<CaseloadLine>, 
/**
 * What the file held, to be sure that the same is brought in.
 */
seen: string, };

export type Catalogue = { 
/**
 * The pack's title.
 */
pack: string, 
/**
 * Its version.
 */
version: string, 
/**
 * Its languages, the fallback first.
 */
languages: Array<Lang>, 
/**
 * The courses.
 */
courses: Array<CatalogueCourse>, 
/**
 * How often to meet, and how long a course then takes.
 */
paces: Array<CataloguePace>, 
/**
 * Pages outside the modules, in the pack's order.
 */
forms: Array<FormCard>, 
/**
 * Whether a site's pack adds stories to pages of ours.
 */
ownStories: boolean, };

export type CatalogueCourse = { 
/**
 * Names it.
 */
id: CourseId, 
/**
 * Its title.
 */
title: string, 
/**
 * Where its order comes from.
 */
source: string, 
/**
 * The languages in which it is the one offered first.
 */
usual: Array<Lang>, 
/**
 * The tracks of its modules; empty in most courses.
 */
tracks: Array<TrackChoice>, 
/**
 * Its modules, in order.
 */
modules: Array<CatalogueModule>, };

export type CatalogueModule = { 
/**
 * Names it.
 */
id: ModuleId, 
/**
 * Its place in the course, from 1; `None` for one that only ends the course.
 */
number: number | null, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is for, in one line.
 */
aim: string, 
/**
 * Its topics, in order.
 */
topics: Array<CatalogueTopic>, };

export type CataloguePace = { 
/**
 * Names it.
 */
id: PaceId, 
/**
 * Its title.
 */
title: string, 
/**
 * Where it comes from, in one line.
 */
source: string, 
/**
 * Days from one session to the next.
 */
days: number, 
/**
 * Months a whole course then takes, at least.
 */
monthsMin: number, 
/**
 * Months a whole course then takes, at most.
 */
monthsMax: number, };

export type CatalogueTopic = { 
/**
 * Names it.
 */
id: TopicId, 
/**
 * Its number, such as "1.2".
 */
number: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What the page is for.
 */
purpose: string, 
/**
 * The track it is for; `None` for everybody.
 */
track: TrackId | null, 
/**
 * Its review status.
 */
review: ReviewStatus, };

export type ChainTip = { 
/**
 * Counts entries, from 1.
 */
sequence: number, 
/**
 * SHA-256, in lower-case hex.
 */
hash: string, };

export type Change = { 
/**
 * When it was on disk.
 */
savedAt: Timestamp, 
/**
 * What it touched.
 */
touched: Touched, 
/**
 * What undo would take back now in the record of whom this touched; the newest of all when it touched nobody's.
 */
undo: UndoStep | null, 
/**
 * What redo would bring back there.
 */
redo: UndoStep | null, 
/**
 * The id of what was made, or of what was there already and opened instead; `None` when nothing was.
 */
made: string | null, };

export type ChangePassphrase = { 
/**
 * The passphrase until now; empty right after opening with the recovery code, when it is not asked.
 */
current: SecretText, 
/**
 * The new one.
 */
new: SecretText, };

export type ChangePractitioner = { 
/**
 * Name and title.
 */
practitioner: Practitioner, };

export type ChangeSettings = { 
/**
 * All of them.
 */
settings: Settings, };

export type Chart = { 
/**
 * What it shows, such as the title of an instrument.
 */
title: string, 
/**
 * The lowest value there can be: the foot of the upright axis, whatever was reached.
 */
lowest: Hundredths, 
/**
 * The highest value there can be.
 */
highest: Hundredths, 
/**
 * What the lowest value means; empty when the number says enough.
 */
low: string, 
/**
 * What the highest value means; empty when the number says enough.
 */
high: string, 
/**
 * One line of points for each rater or part of a score, in the order in which they are named.
 */
series: Array<Series>, };

export type CheckQuestion = { 
/**
 * Names it; the field of its answer, a `Choice`.
 */
id: FieldId, 
/**
 * The question.
 */
prompt: string, 
/**
 * The choices.
 */
choices: Array<Choice>, 
/**
 * The right one.
 */
right: OptionId, 
/**
 * Why, said kindly.
 */
because: string, };

export type Chime = "connectedness" | "hope" | "identity" | "meaning" | "empowerment";

export type Choice = { 
/**
 * Names it.
 */
id: OptionId, 
/**
 * The words.
 */
label: string, };

export type Chosen = { 
/**
 * Its path; `None` when somebody thought better of it.
 */
path: string | null, };

export type CloseGroupMeeting = { 
/**
 * Which.
 */
meeting: MeetingId, 
/**
 * How many minutes it took; `None` when nobody said.
 */
minutes: number | null, 
/**
 * Whether it ended on the day it was begun on, and was left open since.
 */
asOfItsDay: boolean, };

export type CloseSession = { 
/**
 * Which.
 */
session: SessionId, 
/**
 * Whether it ended on the day it was begun on, and was left open since.
 */
asOfItsDay: boolean, };

export type CoSignNote = { 
/**
 * Which note.
 */
note: NoteId, 
/**
 * Who signs.
 */
practitioner: PractitionerId, 
/**
 * Their name, as they type it to sign.
 */
name: string, 
/**
 * A remark; mostly none.
 */
words: string, };

export type Colleague = { 
/**
 * Names them.
 */
id: PractitionerId, 
/**
 * As what they lead when nothing else is said.
 */
role: Role, 
/**
 * False for somebody who no longer leads or signs here.
 */
active: boolean, 
/**
 * Whether it is who keeps the vault.
 */
keeper: boolean, 
/**
 * The name.
 */
name: string, 
/**
 * The title or role.
 */
title: string, };

export type ComingMeeting = { 
/**
 * Who.
 */
person: PersonCard, 
/**
 * When.
 */
at: string, };

export type Consent = { 
/**
 * Names it.
 */
id: ConsentId, 
/**
 * Who may.
 */
supporter: SupporterId, 
/**
 * The day it was taken back.
 */
withdrawn: string | null, 
/**
 * When it was written down.
 */
recordedAt: Timestamp, 
/**
 * What they may see, be told or do.
 */
items: Array<ConsentItem>, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day; `None` until it is taken back.
 */
until: string | null, 
/**
 * Whether the person said it or wrote it.
 */
given: Given, 
/**
 * What stays private all the same, in the person's words.
 */
keptBack: string, };

export type ConsentCard = { 
/**
 * What was said yes to.
 */
consent: Consent, 
/**
 * Where it stands.
 */
standing: Standing, };

export type ConsentId = string;

export type ConsentItem = "goals" | "practices" | "handouts" | "relapsePlan" | "signs" | "medicines" | "attendance" | "notes" | "sessions" | "crisis";

export type ConsentTerms = { 
/**
 * What they may see, be told or do.
 */
items: Array<ConsentItem>, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day; `None` until it is taken back.
 */
until: string | null, 
/**
 * Whether the person said it or wrote it.
 */
given: Given, 
/**
 * What stays private all the same, in the person's words.
 */
keptBack: string, };

export type Contact = { 
/**
 * Names it.
 */
id: ContactId, 
/**
 * Who it was with.
 */
supporter: SupporterId, 
/**
 * The day.
 */
on: string, 
/**
 * In which way.
 */
how: ContactHow, 
/**
 * What was said.
 */
words: string, };

export type ContactDetails = { 
/**
 * The day.
 */
on: string, 
/**
 * In which way.
 */
how: ContactHow, 
/**
 * What was said.
 */
words: string, };

export type ContactHow = "met" | "called" | "wrote";

export type ContactId = string;

export type ContentSource = { 
/**
 * The pack's title.
 */
pack: string, 
/**
 * The pack's version.
 */
version: string, 
/**
 * Whether a named clinical reviewer has passed it.
 */
review: ReviewStatus, 
/**
 * The module's title; empty when it belongs to none.
 */
module: string, 
/**
 * The number shown beside the title, such as "1.2"; empty when there is none.
 */
number: string, };

export type CountOf = "admissions" | "nights" | "emergencies" | "contacts" | "hours";

export type Counted = { 
/**
 * The kind.
 */
what: ErasedKind, 
/**
 * How many.
 */
count: number, };

export type CourseId = string;

export type CourseMap = { 
/**
 * Names it.
 */
id: CourseId, 
/**
 * Its title.
 */
title: string, 
/**
 * The tracks of its modules; empty in most courses.
 */
tracks: Array<TrackChoice>, 
/**
 * The one the person follows; topics of the others are left out. `None` when not chosen: all are there.
 */
track: TrackId | null, 
/**
 * When it will probably end; `None` while no pace is agreed.
 */
expected: ExpectedEnd | null, 
/**
 * Its modules, in order.
 */
modules: Array<ModuleOnMap>, };

export type CoverTopic = { 
/**
 * Which meeting.
 */
meeting: MeetingId, 
/**
 * Which topic.
 */
topic: TopicId, 
/**
 * How far; `None` takes it off.
 */
depth: Depth | null, };

export type CreateVault = { 
/**
 * What will open it.
 */
passphrase: SecretText, 
/**
 * Who keeps it.
 */
practitioner: Practitioner, 
/**
 * Whether to fill it with the made-up sample caseload.
 */
sample: boolean, };

export type CrisisContact = { 
/**
 * Who answers.
 */
name: string, 
/**
 * The number.
 */
phone: string, 
/**
 * When they answer, or what they do.
 */
note: string, };

export type CrisisContacts = { 
/**
 * The contacts, in the order to call them.
 */
contacts: Array<CrisisContact>, 
/**
 * The day somebody last checked them; `None` when never.
 */
checkedOn: string | null, };

export type Dash = "none" | "dashed" | "dotted";

export type Depth = "opened" | "partly" | "covered";

export type Dictionaries = { 
/**
 * Their names, such as `da_DK`.
 */
tags: Array<string>, };

export type DiscardGroupMeeting = { 
/**
 * Which.
 */
meeting: MeetingId, 
/**
 * Why; stands in the ledger for good, so it should name nobody.
 */
reason: string, };

export type DiscardSession = { 
/**
 * Which.
 */
session: SessionId, 
/**
 * Why; stands in the ledger for good, so it should name nobody.
 */
reason: string, };

export type Document = { 
/**
 * What kind of paper this is; decides the footer and the tone of the layout.
 */
kind: DocumentKind, 
/**
 * The title, also the PDF's title.
 */
title: string, 
/**
 * One line under the title: what the page is for. Empty when there is none.
 */
purpose: string, 
/**
 * The language of the words, for hyphenation and screen readers.
 */
lang: Lang, 
/**
 * Whose it is; `None` for a blank handout.
 */
person: PersonLine | null, 
/**
 * The day it was made or speaks of.
 */
date: string, 
/**
 * Which content it was made from; `None` for records.
 */
source: ContentSource | null, 
/**
 * The topic it shows, so that answers find their fields.
 */
topic: TopicId | null, 
/**
 * The filled copy it shows, for worksheets that can be filled many times.
 */
sheet: SheetId | null, 
/**
 * The one task that matters on the page, and those that can be left out; `None` for a page that weighs nothing.
 */
weighed: Weighed | null, 
/**
 * The content, in order.
 */
blocks: Array<Block>, 
/**
 * What has been answered; empty for a blank page. Looked up by key.
 */
answers: Array<Answer>, };

export type DocumentKind = "handout" | "form" | "letter" | "certificate" | "card" | "guide" | "draftNote" | "signedNote" | "sheet";

export type DraftKept = { 
/**
 * The moment.
 */
savedAt: Timestamp, };

export type DraftNote = { 
/**
 * Which session.
 */
session: SessionId, 
/**
 * The format; `None` for the one in the settings. A note that is there keeps its own.
 */
format: NoteFormat | null, };

export type Drafts = { 
/**
 * Each in its place.
 */
drafts: Array<Begun>, };

export type Drawing = { 
/**
 * How wide the grid is.
 */
width: number, 
/**
 * How high it is.
 */
height: number, 
/**
 * What is drawn, from the back to the front.
 */
shapes: Array<Drawn>, };

export type Drawn = { "kind": "path", 
/**
 * Its steps; the first is a move.
 */
steps: Array<Stroke>, 
/**
 * How it is drawn.
 */
pen: Pen, } | { "kind": "circle", 
/**
 * Its middle.
 */
middle: Spot, 
/**
 * From there to its edge.
 */
radius: number, 
/**
 * How it is drawn.
 */
pen: Pen, } | { "kind": "label", 
/**
 * Where its first line stands, on the line below the letters.
 */
at: Spot, 
/**
 * Which part of each line stands there.
 */
anchor: Anchor, 
/**
 * Whether it carries weight.
 */
strong: boolean, 
/**
 * The lines.
 */
lines: Array<string>, };

export type DueBooster = { 
/**
 * Whose.
 */
person: PersonCard, 
/**
 * The booster.
 */
booster: Booster, };

export type DueBoosters = { 
/**
 * The first day first.
 */
boosters: Array<DueBooster>, };

export type DuePlan = { 
/**
 * Whose.
 */
person: PersonCard, 
/**
 * The version.
 */
sheet: SheetId, 
/**
 * What the plan is called.
 */
title: string, 
/**
 * Since when it is due.
 */
since: string, };

export type EachSaved = { 
/**
 * Into which folder; `None` when somebody thought better of it.
 */
folder: string | null, 
/**
 * Whose pages are there now.
 */
saved: Array<PersonId>, 
/**
 * Whose are not, and why.
 */
notSaved: Array<NotSaved>, };

export type EarlierText = { 
/**
 * The words, to the letter.
 */
words: string, 
/**
 * When something else took their place.
 */
until: Timestamp, };

export type EarlierTexts = { 
/**
 * The newest first; what stands there now is not among them.
 */
versions: Array<EarlierText>, };

export type EditPerson = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * All of it.
 */
details: PersonDetails, };

export type Edition = { 
/**
 * The pack.
 */
pack: PackId, 
/**
 * Its version.
 */
packVersion: string, };

export type Encoding = "utf8" | "utf16" | "windows1252";

export type EndCourse = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Which end; `None` for a new one.
 */
ending: EndingId | null, 
/**
 * The day.
 */
on: string, 
/**
 * What was said about it; may be empty.
 */
words: string, };

export type Ending = { 
/**
 * Names it.
 */
id: EndingId, 
/**
 * The day.
 */
on: string, 
/**
 * What was said about it; may be empty.
 */
words: string, };

export type EndingId = string;

export type EndingView = { 
/**
 * Ends, the newest first.
 */
endings: Array<Ending>, 
/**
 * Boosters, the first day first.
 */
boosters: Array<Booster>, 
/**
 * Days proposed for boosters that nobody has planned, as plain dates to change.
 */
proposed: Array<string>, 
/**
 * What recovery meant to the person first.
 */
before: RecoveryStatement | null, 
/**
 * What it means now, where that differs.
 */
now: RecoveryStatement | null, 
/**
 * Every goal, and what became of it.
 */
goals: Array<GoalLookedBackOn>, 
/**
 * What helped most, in the person's own words.
 */
best: Array<string>, 
/**
 * The papers of the personal folder.
 */
papers: Array<FolderPaper>, 
/**
 * The topics of looking back and ahead.
 */
topics: Array<TopicToTake>, 
/**
 * The form of the certificate, where the content has one.
 */
certificate: TopicId | null, };

export type ErasePerson = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Their name as it stands in the record, typed to be sure.
 */
name: string, 
/**
 * Why; it stays in the ledger for good, so it names nobody.
 */
reason: string, };

export type ErasedKind = "details" | "statements" | "sessions" | "goals" | "practices" | "supporters" | "answers" | "events" | "notes" | "addenda" | "handOffs" | "endings";

export type ErasureReceipt = { 
/**
 * When.
 */
at: Timestamp, 
/**
 * What they were called.
 */
name: string, 
/**
 * The clinic's number for them; may be empty.
 */
recordNumber: string, 
/**
 * Why.
 */
reason: string, 
/**
 * By whom.
 */
by: string, 
/**
 * What went, by kind.
 */
removed: Array<Counted>, 
/**
 * What was emptied and stays as an empty row, because a seal stands on it.
 */
emptied: Array<Counted>, 
/**
 * The entry of the ledger that says so.
 */
entry: number, };

export type ErrorCode = "noVault" | "vaultExists" | "locked" | "wrongPassphrase" | "wrongRecoveryCode" | "weakPassphrase" | "damaged" | "notAVault" | "newerVersion" | "inUse" | "folderGone" | "readOnly" | "diskFull" | "notFound" | "stillNeeded" | "nameMissing" | "reasonMissing" | "nameDiffers" | "reasonNames" | "consentMissing" | "consentEndsFirst" | "consentEmpty" | "groupFull" | "inGroupAlready" | "groupEndsFirst" | "nobodyCame" | "coSignerSigned" | "coSignerDiffers" | "eventEndsFirst" | "dateOutOfRange" | "tooLong" | "answerDoesNotFit" | "alreadySigned" | "sessionClosed" | "unconfirmed" | "pinShape" | "noPin" | "screenTurned" | "badRequest" | "notATable" | "tooManyRows" | "content" | "cannotWrite" | "cannotPrint" | "noSuchPages" | "noWorksheets" | "notAForm" | "stopped" | "nothingNext" | "internal";

export type Event = { 
/**
 * Names it.
 */
id: EventId, 
/**
 * What kind it is.
 */
kind: EventKind, 
/**
 * The day, or the first one.
 */
from: string, 
/**
 * The last day; `None` for what took one day, and for what goes on.
 */
until: string | null, 
/**
 * Hours a week, for work, study and other roles.
 */
hours: number | null, 
/**
 * What is said about it.
 */
words: string, };

export type EventDetails = { 
/**
 * What kind it is.
 */
kind: EventKind, 
/**
 * The day, or the first one.
 */
from: string, 
/**
 * The last day; `None` for what took one day, and for what goes on.
 */
until: string | null, 
/**
 * Hours a week, for work, study and other roles.
 */
hours: number | null, 
/**
 * What is said about it.
 */
words: string, };

export type EventId = string;

export type EventKind = "admission" | "emergency" | "contact" | "work" | "study" | "role";

export type EventsView = { 
/**
 * The events, newest first.
 */
events: Array<Event>, 
/**
 * What they came to, and how much of the course was gone through.
 */
exposure: Exposure, };

export type Every = "never" | "day" | "week";

export type ExampleView = { 
/**
 * The form that is the example.
 */
form: TopicId, 
/**
 * Its title.
 */
title: string, 
/**
 * The worksheet it shows; `None` for the whole page.
 */
block: BlockId | null, };

export type Excerpt = { 
/**
 * Which of the words of that place, by the name of the field.
 */
field: string, 
/**
 * Whether words before it were left out.
 */
afterMore: boolean, 
/**
 * Whether words after it were left out.
 */
beforeMore: boolean, 
/**
 * The words, in pieces that were found and pieces around them.
 */
pieces: Array<Piece>, };

export type ExpectedEnd = { 
/**
 * Not before.
 */
from: string, 
/**
 * Not after.
 */
until: string, 
/**
 * The pace it was counted with.
 */
pace: PaceId, 
/**
 * That pace's title.
 */
title: string, 
/**
 * Where its months come from, in one line.
 */
source: string, };

export type Exposure = { 
/**
 * Sessions they came to.
 */
present: number, 
/**
 * Sessions that were called off.
 */
cancelled: number, 
/**
 * Sessions they did not come to.
 */
noShow: number, 
/**
 * Sessions that were moved to another day, which count as neither.
 */
moved: number, 
/**
 * Why sessions did not take place, as it was written down, the most frequent first.
 */
reasons: Array<AbsenceReason>, 
/**
 * Modules of the course of which every topic was covered.
 */
modulesCovered: number, 
/**
 * Modules of the course.
 */
modules: number, 
/**
 * Came to at least half of the sessions; `None` before the first one.
 */
half: boolean | null, 
/**
 * Came to at least seven tenths; `None` before the first one.
 */
sevenTenths: boolean | null, 
/**
 * Every module was gone through.
 */
allModules: boolean, };

export type Fact = { 
/**
 * The label.
 */
label: string, 
/**
 * The value; may hold line breaks.
 */
value: string, };

export type Facts = { 
/**
 * It changes the record, and answers with what it touched.
 */
changes: boolean, 
/**
 * It works while the vault is locked, and before there is one.
 */
locked: boolean, 
/**
 * What it does can be taken back.
 */
undone: boolean, 
/**
 * It carries a secret, so its request is read straight to where it is wiped.
 */
secret: boolean, 
/**
 * It speaks of what was typed, so it must not run over words that are not on disk.
 */
whole: boolean, 
/**
 * The turned window may call it as well.
 */
turned: boolean, 
/**
 * The practitioner's window may call it while the screen is turned, beside what the turned one may call.
 */
away: boolean, 
/**
 * It asks nothing of the record, so it may run while words wait to be on disk.
 */
apart: boolean, };

export type Field = { 
/**
 * Names it.
 */
id: FieldId, 
/**
 * The label.
 */
label: string, 
/**
 * A softer second line; empty when there is none.
 */
hint: string, 
/**
 * What it takes.
 */
input: Input, 
/**
 * How it is set, worked out by [`Field::new`].
 */
layout: FieldLayout, };

export type FieldId = string;

export type FieldLayout = { 
/**
 * How much of a line it asks for.
 */
breadth: Breadth, 
/**
 * Where its steps or choices stand to be marked.
 */
marked: Marked, };

export type FieldPlace = { 
/**
 * The block.
 */
block: BlockId, 
/**
 * The field in it.
 */
field: FieldId, };

export type FileKind = "pdf" | "fillable" | "docx" | "text" | "html" | "fhir";

export type FilesSaved = { 
/**
 * Which folder; `None` when somebody thought better of it.
 */
folder: string | null, 
/**
 * What is there now, from the folder on.
 */
saved: Array<string>, 
/**
 * What is not.
 */
notSaved: Array<string>, 
/**
 * Why, where something is not.
 */
why: ApiError | null, 
/**
 * Whether everything was flushed, which some network shares refuse.
 */
flushed: boolean, };

export type Fill = "none" | "paper" | "soft" | "ink";

export type Finding = { 
/**
 * Names it.
 */
number: number, 
/**
 * What is wrong.
 */
kind: FindingKind, 
/**
 * How many acknowledged saves are gone, at least; 0 where none are known to be.
 */
saves: number, 
/**
 * The last moment from which everything is there.
 */
since: Timestamp, 
/**
 * The names of what differs, where that has names.
 */
detail: string, 
/**
 * When it was found.
 */
foundAt: Timestamp, };

export type FindingKind = "savesMissing" | "forked" | "headGone" | "headUnreadable" | "headOfAnother" | "oldHeader" | "passphraseUnfinished" | "schema";

export type FolderPaper = { 
/**
 * The form.
 */
form: TopicId, 
/**
 * Its title, in the person's language.
 */
title: string, 
/**
 * The newest copy.
 */
sheet: SheetId | null, 
/**
 * When that was begun.
 */
madeOn: string | null, };

export type FollowPlan = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The plan.
 */
plan: OutcomePlanId, 
/**
 * The day from which its months are counted.
 */
baseline: string, };

export type ForEach = { 
/**
 * Their statement, goals and promises.
 */
goals: boolean, 
/**
 * How many of the topics that come next.
 */
topics: number, 
/**
 * Whether what is “more, if you like” is left out of them.
 */
short: boolean, };

export type ForWhom = { 
/**
 * Whose pages they are; `None` for nobody's in particular.
 */
person: PersonId | null, };

export type FormCard = { 
/**
 * Names it; also the topic of its page.
 */
id: TopicId, 
/**
 * What kind of form it is.
 */
kind: FormKind, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * The module it belongs to; `None` for all.
 */
module: ModuleId | null, 
/**
 * That module's title; empty for all.
 */
moduleTitle: string, 
/**
 * Its review status.
 */
review: ReviewStatus, 
/**
 * How it is scored; `None` for what is no instrument.
 */
instrument: InstrumentFacts | null, };

export type FormCopy = { 
/**
 * Names it.
 */
id: SheetId, 
/**
 * The day it was begun, or filled on paper.
 */
madeOn: string, 
/**
 * Whether it was filled on paper and typed in from there.
 */
onPaper: boolean, 
/**
 * The goal it is about.
 */
about: GoalId | null, 
/**
 * Its first written words, for telling copies apart; empty when there are none.
 */
firstWords: string, 
/**
 * Its score; `None` for what is no instrument.
 */
score: Score | null, };

export type FormKind = "sheet" | "plan" | "log" | "instrument" | "letter" | "certificate" | "card" | "example";

export type FormsView = { 
/**
 * The forms: those of the module the person is in now first, then as the pack orders them.
 */
forms: Array<PersonForm>, };

export type FoundKind = "person" | "statement" | "session" | "goal" | "shortTermGoal" | "step" | "goalReview" | "practice" | "practiceReview" | "supporter" | "consent" | "contact" | "ending" | "booster" | "sheet" | "planCopy" | "rehearsal" | "answer" | "event" | "measure" | "noteSection" | "addendum";

export type Fraction = { 
/**
 * Above the line.
 */
over: number, 
/**
 * Below the line; never 0.
 */
under: number, };

export type FreshIds = { 
/**
 * How many, 1 to 50.
 */
count: number, };

export type GiveConsent = { 
/**
 * Who gives it.
 */
person: PersonId, 
/**
 * Who may.
 */
supporter: SupporterId, 
/**
 * What, and how long.
 */
terms: ConsentTerms, };

export type Given = "said" | "written";

export type Goal = { 
/**
 * Names it.
 */
id: GoalId, 
/**
 * The goal, verbatim.
 */
words: string, 
/**
 * Why it matters to them, verbatim.
 */
why: string, 
/**
 * The day it was set.
 */
setOn: string, 
/**
 * Where it stands.
 */
status: GoalStatus, 
/**
 * The day it was reached, changed or let go; `None` while it is worked on, and where nobody noted it.
 */
endedOn: string | null, 
/**
 * Why it was changed or let go; empty where nobody said.
 */
reason: string, 
/**
 * The earlier goal it came in place of.
 */
insteadOf: GoalId | null, 
/**
 * The modules whose skills help with it, as somebody chose.
 */
modules: Array<ModuleId>, 
/**
 * Short-term goals, in order.
 */
shortTerm: Array<ShortTermGoal>, 
/**
 * What was said of it in sessions, oldest first.
 */
reviews: Array<GoalReview>, };

export type GoalId = string;

export type GoalLookedBackOn = { 
/**
 * The words, to the letter.
 */
words: string, 
/**
 * Where it stands.
 */
status: GoalStatus, 
/**
 * What was said of it last.
 */
progress: Progress | null, 
/**
 * Steps that were done.
 */
stepsDone: number, };

export type GoalReview = { 
/**
 * The session.
 */
session: SessionId, 
/**
 * The goal.
 */
goal: GoalId, 
/**
 * Which of the person's meetings it was.
 */
number: number, 
/**
 * The day.
 */
on: string, 
/**
 * How far it has come; `None` until somebody says.
 */
progress: Progress | null, 
/**
 * How that compares with what was hoped for; `None` until somebody says.
 */
attainment: Attainment | null, 
/**
 * What was done since last time.
 */
done: string, 
/**
 * What got in the way.
 */
obstacle: string, 
/**
 * The next small step.
 */
nextStep: string, 
/**
 * Whether it is still the right goal; `None` until asked.
 */
stillRight: boolean | null, };

export type GoalStatus = "active" | "achieved" | "changed" | "dropped";

export type Goes = { 
/**
 * Saves, by entries of the audit trail.
 */
saves: number, 
/**
 * Signed notes and addenda among them.
 */
signed: number, 
/**
 * The first of them.
 */
from: Timestamp, 
/**
 * The last of them.
 */
to: Timestamp, };

export type GroupCard = { 
/**
 * The group.
 */
series: GroupSeries, 
/**
 * The title of its course.
 */
course: string, 
/**
 * How many are in it today.
 */
members: number, 
/**
 * How many meetings it has had.
 */
meetings: number, 
/**
 * The day of the last one.
 */
last: string | null, 
/**
 * Whether it has ended.
 */
ended: boolean, 
/**
 * Whether this is the day it usually meets.
 */
meetsToday: boolean, 
/**
 * Today's meeting, once it is opened.
 */
meeting: MeetingId | null, 
/**
 * Whether that is closed for everybody.
 */
closed: boolean, };

export type GroupLayout = "table" | "tableUnlessLarge" | "cards";

export type GroupLeft = { 
/**
 * Which group.
 */
series: SeriesId, 
/**
 * What it is called.
 */
name: string, 
/**
 * The day.
 */
on: string, 
/**
 * The meeting; `None` where none was opened on a day it usually meets.
 */
meeting: MeetingId | null, 
/**
 * How many sessions in it are open.
 */
open: number, };

export type GroupMeetingLine = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The day.
 */
on: string, 
/**
 * How many came.
 */
came: number, 
/**
 * How many have a session in it, whether they came or not.
 */
said: number, 
/**
 * Whether it is closed for everybody.
 */
closed: boolean, 
/**
 * What it was about, by title.
 */
topics: Array<string>, };

export type GroupMeetingView = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The day.
 */
on: string, 
/**
 * Whether that is today.
 */
today: boolean, 
/**
 * Where it takes place.
 */
place: string, 
/**
 * The group.
 */
series: GroupSeries, 
/**
 * Who leads it.
 */
ledBy: Array<LedBy>, 
/**
 * What it is about.
 */
topics: Array<TitledTopic>, 
/**
 * What is planned, in words. It goes into nobody's note.
 */
agenda: string, 
/**
 * How many minutes it is to take.
 */
minutes: number | null, 
/**
 * Whose names stand in the plan.
 */
named: Array<string>, 
/**
 * Topics the plan can be about, in the order of the course.
 */
course: Array<TitledTopic>, 
/**
 * The topic after the last one this group covered.
 */
next: TopicId | null, 
/**
 * Everybody in the group on that day, and whoever has a session in the meeting.
 */
people: Array<GroupPart>, 
/**
 * Who came and has no turn, whoever waited longest first.
 */
waiting: Array<PersonId>, 
/**
 * How many have a turn at most, as the programme has it.
 */
turns: number, 
/**
 * Whether every session in it is closed.
 */
closed: boolean, };

export type GroupOfPerson = { 
/**
 * Which.
 */
series: SeriesId, 
/**
 * What it is called.
 */
name: string, 
/**
 * Their first day in it.
 */
from: string, 
/**
 * Their last day in it.
 */
until: string | null, };

export type GroupPart = { 
/**
 * Who.
 */
person: PersonCard, 
/**
 * Their session in it; `None` while nobody said whether they came.
 */
session: SessionId | null, 
/**
 * Whether they came.
 */
attendance: Attendance | null, 
/**
 * Whether it is closed.
 */
closed: boolean, 
/**
 * Whether it is their turn to talk about their goals.
 */
goalTurn: boolean, 
/**
 * When they had their last turn before.
 */
lastTurn: string | null, 
/**
 * Their active goals.
 */
goals: Array<string>, 
/**
 * What they agreed on to practise.
 */
practices: Array<string>, 
/**
 * The topics recorded for them.
 */
topics: Array<TopicId>, 
/**
 * Their note.
 */
note: NoteCard | null, };

export type GroupSeries = { 
/**
 * Names it.
 */
id: SeriesId, 
/**
 * What it is called.
 */
name: string, 
/**
 * The course it follows.
 */
course: CourseId, 
/**
 * The day it usually meets, 1 for Monday to 7.
 */
weekday: number | null, 
/**
 * When it usually begins.
 */
begins: string | null, 
/**
 * How many minutes it usually takes.
 */
minutes: number | null, 
/**
 * Where it usually meets; may be empty.
 */
place: string, 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day, where it has one.
 */
until: string | null, 
/**
 * Who leads it, and as what.
 */
practitioners: Array<[PractitionerId, Role]>, };

export type GroupView = { 
/**
 * What stands in a list of it as well.
 */
card: GroupCard, 
/**
 * The day.
 */
day: string, 
/**
 * Who leads it.
 */
ledBy: Array<LedBy>, 
/**
 * Everybody's time in it, in the order they came.
 */
members: Array<MemberCard>, 
/**
 * How many more it has room for today.
 */
room: number, 
/**
 * Whether more are in it than fidelity is at its best with.
 */
aboveBest: boolean, 
/**
 * Its meetings, the newest first.
 */
meetings: Array<GroupMeetingLine>, };

export type GroupsView = { 
/**
 * The day.
 */
day: string, 
/**
 * Those that go on, then those that have ended, each the newest first.
 */
groups: Array<GroupCard>, };

export type GuidePage = { 
/**
 * Which module.
 */
module: ModuleId, 
/**
 * In which language; falls back to the pack's first.
 */
language: Lang, };

export type HandOffLine = { 
/**
 * What left.
 */
what: string, 
/**
 * Whose; `None` for blank handouts.
 */
person: PersonCard | null, 
/**
 * As what: "pdf" or "print".
 */
format: string, 
/**
 * When.
 */
at: Timestamp, 
/**
 * To whom; may be empty.
 */
to: string, 
/**
 * What a supporter it went to had no consent to see, which somebody confirmed.
 */
withoutConsent: Array<ConsentItem>, 
/**
 * Whether it was an unsigned note.
 */
draft: boolean, 
/**
 * Whether it left.
 */
outcome: Outcome, };

export type HandOffView = { 
/**
 * Signed notes not handed over yet, oldest first.
 */
waiting: Array<NoteCard>, 
/**
 * Signed notes that wait for a co-signature, oldest first.
 */
toCoSign: Array<NoteCard>, 
/**
 * Which notes are co-signed.
 */
coSigned: Array<NoteId>, 
/**
 * What left, newest first.
 */
left: Array<HandOffLine>, };

export type Happened = { "kind": "session", 
/**
 * The session in a line.
 */
session: SessionGlance, } | { "kind": "missed", 
/**
 * When it was to be, local time.
 */
at: string, } | { "kind": "note", 
/**
 * The note.
 */
note: NoteId, 
/**
 * Of which meeting.
 */
number: number, 
/**
 * Whether it is signed.
 */
signed: boolean, 
/**
 * What was added to it after signing; `None` for the note itself.
 */
added: string | null, 
/**
 * By whom; empty for the note itself.
 */
by: string, } | { "kind": "statement", 
/**
 * The words, and how they were given.
 */
statement: RecoveryStatement, 
/**
 * Whether they were the first.
 */
first: boolean, } | { "kind": "goal", 
/**
 * Which.
 */
goal: GoalId, 
/**
 * Its words.
 */
words: string, 
/**
 * Active: it was set.
 */
became: GoalStatus, 
/**
 * Why; empty where nobody said.
 */
reason: string, 
/**
 * The words of the goal that came in its place, or in whose place it came; empty for none.
 */
other: string, } | { "kind": "promise", 
/**
 * Its words.
 */
words: string, 
/**
 * Whether this is looking back.
 */
reviewed: boolean, 
/**
 * How far it was done; `None` until somebody says.
 */
result: PracticeResult | null, 
/**
 * What happened, verbatim.
 */
happened: string, } | { "kind": "sheet", 
/**
 * Which.
 */
sheet: SheetId, 
/**
 * Its title.
 */
title: string, 
/**
 * Which version it is, from 1; 0 for what has none.
 */
version: number, 
/**
 * The words of the goal it is about; empty for none.
 */
about: string, } | { "kind": "result", 
/**
 * Which copy.
 */
sheet: SheetId, 
/**
 * The title of the instrument.
 */
title: string, 
/**
 * What it came to.
 */
score: Score | null, 
/**
 * With fewer answered items there is no score.
 */
least: number, } | { "kind": "contact", 
/**
 * Who.
 */
supporter: SupporterId, 
/**
 * Their name.
 */
name: string, 
/**
 * How.
 */
how: ContactHow, 
/**
 * What was said.
 */
words: string, } | { "kind": "event", 
/**
 * What is known of it.
 */
event: Event, 
/**
 * Whether this is its last day, where that is another than the first.
 */
ended: boolean, } | { "kind": "ending", 
/**
 * What was said about it; may be empty.
 */
words: string, 
/**
 * What became of the booster; `None` for the end itself.
 */
booster: BoosterOutcome | null, } | { "kind": "handOff", 
/**
 * What, by its name in the ledger.
 */
what: string, 
/**
 * The titles of the topics, where it was pages of some.
 */
topics: Array<string>, 
/**
 * As what, such as `pdf` or `print`.
 */
format: string, 
/**
 * To whom; may be empty.
 */
to: string, 
/**
 * How it ended.
 */
outcome: Outcome, };

export type Held = { 
/**
 * Each hand-over, the oldest first.
 */
held: Array<HeldWrites>, };

export type HeldCopy = { 
/**
 * Who holds it, by name.
 */
name: string, 
/**
 * The day of the version it is a copy of.
 */
version: string, 
/**
 * Whether there is a newer version by now.
 */
earlier: boolean, 
/**
 * Names it.
 */
id: PlanCopyId, 
/**
 * The version.
 */
sheet: SheetId, 
/**
 * The supporter who holds it; `None` for somebody else.
 */
supporter: SupporterId | null, 
/**
 * Who else holds it, such as the doctor; empty for a supporter, who has a name of their own.
 */
holder: string, 
/**
 * The day it was given.
 */
givenOn: string, 
/**
 * The day it came back; `None` for as long as they have it.
 */
takenBackOn: string | null, };

export type HeldFor = { 
/**
 * The person.
 */
person: PersonId, 
/**
 * The session.
 */
session: SessionId, };

export type HeldWrites = { 
/**
 * Whose page was turned to them, and in which session, where they come from the turned screen.
 */
turned: HeldFor | null, 
/**
 * The writes, as the page wrote them down.
 */
writes: string, };

export type Hold = { 
/**
 * The page, by a name of its own that no other has.
 */
page: string, 
/**
 * Everything that waits there, as the page wrote it down; empty when nothing does any more.
 */
writes: SecretText, };

export type Hundredths = number;

export type Ids = { 
/**
 * UUIDv7s.
 */
ids: Array<string>, };

export type ImportCaseload = { 
/**
 * The file.
 */
path: string, 
/**
 * How it is understood.
 */
how: CaseloadHow, 
/**
 * What the file held when it was looked at, as the look said it.
 */
seen: string, 
/**
 * The lines that seem to be somebody who is there already and are brought in all the same.
 */
also: Array<number>, };

export type Inline = { "kind": "plain", "text": string } | { "kind": "strong", "text": string } | { "kind": "emphasis", "text": string };

export type Input = { "kind": "text" } | { "kind": "longText", 
/**
 * Writing lines on paper, 1 to 20.
 */
lines: number, } | { "kind": "date" } | { "kind": "number", 
/**
 * Lowest.
 */
min: number, 
/**
 * Highest.
 */
max: number, } | { "kind": "scale", 
/**
 * Lowest, usually 0.
 */
min: number, 
/**
 * Highest, usually 10.
 */
max: number, 
/**
 * The word at the low end.
 */
low: string, 
/**
 * The word at the high end.
 */
high: string, } | { "kind": "oneOf", 
/**
 * The choices.
 */
choices: Array<Choice>, } | { "kind": "anyOf", 
/**
 * The choices.
 */
choices: Array<Choice>, };

export type InstallPack = { 
/**
 * Where it is.
 */
path: string, };

export type InstrumentFacts = { 
/**
 * Who answers.
 */
rater: Rater, 
/**
 * Which end of the score is the better one; never a colour.
 */
better: Better, 
/**
 * Whose words its items are.
 */
wording: Wording, 
/**
 * What is computed.
 */
score: ScoreRule, 
/**
 * With fewer answered items there is no score.
 */
least: number, 
/**
 * The same items as somebody else rates them, to be shown beside these.
 */
otherRater: TopicId | null, };

export type KeepDraft = { 
/**
 * The place, which the page names.
 */
place: string, 
/**
 * Whose record it is for.
 */
person: PersonId | null, 
/**
 * What stands there, as the page writes it.
 */
words: SecretText, };

export type KeyInCopy = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The instrument.
 */
form: TopicId, 
/**
 * The day it was filled.
 */
filledOn: string, };

export type KeyMeasure = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * What, and when.
 */
at: MeasureAt, 
/**
 * What became of it; `None` takes away what was keyed in.
 */
taken: Taken | null, 
/**
 * What is said about it.
 */
words: string, };

export type Lang = "en" | "da" | "nb";

export type Lead = { "to": "person" } | { "to": "statement" } | { "to": "goal", 
/**
 * Which.
 */
goal: GoalId, } | { "to": "supporter", 
/**
 * Which.
 */
supporter: SupporterId, } | { "to": "sheet", 
/**
 * Which.
 */
sheet: SheetId, } | { "to": "session", 
/**
 * Which.
 */
session: SessionId, } | { "to": "note", 
/**
 * Which.
 */
note: NoteId, };

export type LeavePlan = { 
/**
 * From whom.
 */
person: PersonId, 
/**
 * The plan.
 */
plan: OutcomePlanId, };

export type LedBy = { 
/**
 * Who.
 */
practitioner: PractitionerId, 
/**
 * Name and title.
 */
signature: string, 
/**
 * As what.
 */
role: Role, };

export type LedgerKind = "created" | "changed" | "signed" | "left" | "erased" | "vault";

export type LedgerLine = { 
/**
 * Its place in the trail, from 1.
 */
sequence: number, 
/**
 * When.
 */
at: Timestamp, 
/**
 * What was done.
 */
op: Op, 
/**
 * Of which kind it is.
 */
kind: LedgerKind, 
/**
 * In whose record; `None` for the vault itself, and for somebody who was erased.
 */
person: PersonCard | null, 
/**
 * Whether it was in the record of somebody who was erased.
 */
erased: boolean, 
/**
 * By whom, as they were called then.
 */
by: string, 
/**
 * What exactly, where the action alone does not say: a count, a place, a reason.
 */
detail: string, };

export type LedgerView = { 
/**
 * Its entries, the newest first.
 */
lines: Array<LedgerLine>, 
/**
 * Whether there are older ones.
 */
more: boolean, };

export type Likeness = { 
/**
 * The section.
 */
kind: NoteSectionKind, 
/**
 * Which of its two texts.
 */
written: Written, 
/**
 * The earlier note.
 */
note: NoteId, 
/**
 * The day of its session.
 */
on: string, };

export type Likenesses = { 
/**
 * Each text with the note that holds most of it, in the order of the sections.
 */
likenesses: Array<Likeness>, };

export type Line = "none" | "thin" | "normal" | "bold";

export type LookAtCaseload = { 
/**
 * The file.
 */
path: string, 
/**
 * How to understand it; `None` to guess.
 */
how: CaseloadHow | null, };

export type LookBack = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Only these kinds; empty for all.
 */
kinds: Array<TimelineKind>, 
/**
 * How many are passed over: those that are on the screen already.
 */
skip: number, 
/**
 * How many at most.
 */
most: number, };

export type LookThroughLedger = { 
/**
 * Only this person's record.
 */
person: PersonId | null, 
/**
 * Only actions of this kind.
 */
kind: LedgerKind | null, 
/**
 * Only from this day on.
 */
from: string | null, 
/**
 * Only up to this day, itself included.
 */
until: string | null, 
/**
 * Only what came before this entry.
 */
before: number | null, };

export type MakePaper = { 
/**
 * What.
 */
paper: PaperRequest, 
/**
 * Size of the letters.
 */
size: PrintSize, 
/**
 * Paper format; `None` for the one in the settings.
 */
format: PaperSize | null, };

export type MakingPaper = { 
/**
 * How many parts are made.
 */
done: number, 
/**
 * How many there are; 0 while nothing is being made.
 */
of: number, };

export type ManualPageView = { 
/**
 * Names it, in every language the same.
 */
id: string, 
/**
 * Its words.
 */
document: Document, };

export type ManualView = { 
/**
 * In order.
 */
pages: Array<ManualPageView>, };

export type Marked = "nowhere" | "onALine" | "inCells";

export type MeasureAt = { 
/**
 * The plan.
 */
plan: OutcomePlanId, 
/**
 * What is measured.
 */
measure: MeasureId, 
/**
 * When.
 */
occasion: OccasionId, };

export type MeasureId = string;

export type MeetingFormat = "oneToOne" | "group" | "withSupporters";

export type MeetingId = string;

export type MemberCard = { 
/**
 * Who.
 */
person: PersonCard, 
/**
 * Their first day in it.
 */
from: string, 
/**
 * Their last day in it.
 */
until: string | null, 
/**
 * Whether they are in it today.
 */
isIn: boolean, };

export type MergeArchive = { 
/**
 * The file.
 */
file: string, 
/**
 * What opens it.
 */
passphrase: SecretText, 
/**
 * In which; `None` for none, where ours stands everywhere.
 */
take: Array<TakenField> | null, };

export type MirrorCount = { "kind": "share", 
/**
 * For how many it holds.
 */
part: number, 
/**
 * Of how many.
 */
whole: number, } | { "kind": "largest", 
/**
 * How many; 0 when nobody met.
 */
people: number, } | { "kind": "topics", 
/**
 * How many were worked on.
 */
covered: number, 
/**
 * Of how many.
 */
of: number, };

export type MirrorEvidence = { 
/**
 * Who.
 */
person: PersonCard, 
/**
 * Whether it holds, for what is counted by people.
 */
holds: boolean | null, 
/**
 * A day that shows it.
 */
on: string | null, 
/**
 * A figure that shows it, such as sessions.
 */
figure: number | null, 
/**
 * Their sessions, for what is counted by sessions.
 */
sessions: Array<MirrorSession>, };

export type MirrorItem = "group-size" | "length" | "topics" | "handouts" | "supporters" | "goals-set" | "goals-followed" | "motivational" | "educational" | "cognitive-behavioural" | "coping-skills" | "relapse-prevention" | "tailoring" | "curriculum" | "practice-planned" | "practice-reviewed" | "relationship" | "recovery-orientation" | "structure" | "involve-all" | "mutual-support";

export type MirrorLine = { 
/**
 * Which.
 */
item: MirrorItem, 
/**
 * Its number on the fidelity scale.
 */
number: number | null, 
/**
 * What it is called.
 */
title: string, 
/**
 * What is counted, or asked.
 */
hint: string, 
/**
 * What was counted.
 */
count: MirrorCount | null, 
/**
 * The level of what was counted.
 */
level: number | null, 
/**
 * Whether its steps were not read in a published copy.
 */
unverified: boolean, 
/**
 * The steps to choose from, where it is asked.
 */
steps: Array<string>, 
/**
 * The step that was chosen.
 */
chosen: number | null, 
/**
 * What was said in words.
 */
words: string, 
/**
 * What the count is made of.
 */
evidence: Array<MirrorEvidence>, };

export type MirrorSession = { 
/**
 * Which.
 */
session: SessionId, 
/**
 * Counts the person's meetings.
 */
number: number, 
/**
 * The day.
 */
on: string, 
/**
 * Whether it holds.
 */
holds: boolean, };

export type MirrorView = { 
/**
 * The first day of the quarter.
 */
from: string, 
/**
 * Its last.
 */
until: string, 
/**
 * The quarter before begins on this day.
 */
before: string, 
/**
 * The quarter after, where it has begun.
 */
after: string | null, 
/**
 * With whom, where it is about one person's sessions.
 */
person: PersonCard | null, 
/**
 * Who was seen, so that one of them can be looked at alone.
 */
seen: Array<PersonCard>, 
/**
 * Sessions to which somebody came.
 */
sessions: number, 
/**
 * Each item.
 */
items: Array<MirrorLine>, };

export type MissedMeeting = { 
/**
 * Who.
 */
person: PersonCard, 
/**
 * When it was to be.
 */
at: string, };

export type Missing = "refused" | "notAsked" | "notApplicable" | "unreadable" | "notReached";

export type ModuleId = string;

export type ModuleOnMap = { 
/**
 * Names it.
 */
id: ModuleId, 
/**
 * Its place in the course, from 1; `None` for one that only ends the course.
 */
number: number | null, 
/**
 * Its title.
 */
title: string, 
/**
 * Its topics, in order.
 */
topics: Array<TopicOnMap>, };

export type ModuleState = "ahead" | "begun" | "covered";

export type MonitorChoice = { 
/**
 * What the choice is remembered by.
 */
key: string, 
/**
 * What the system calls it; may be empty.
 */
name: string, 
/**
 * Its width in dots.
 */
width: number, 
/**
 * Its height in dots.
 */
height: number, 
/**
 * Where it lies.
 */
side: Side, };

export type Monitors = { 
/**
 * Each of them.
 */
monitors: Array<MonitorChoice>, };

export type NewDataKey = { 
/**
 * The passphrase, which stays.
 */
passphrase: SecretText, };

export type NewKeyMade = { 
/**
 * The new recovery code, shown and printed once and kept nowhere.
 */
recoveryCode: string, 
/**
 * Backups that the old code and any older passphrase still open, oldest first.
 */
oldBackups: Array<OldBackup>, };

export type NextTopic = { 
/**
 * Its number in the course; may be empty.
 */
number: string, 
/**
 * Its title in the person's language.
 */
title: string, 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * Why this one.
 */
why: Why, };

export type NotSaved = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Why.
 */
error: ApiError, };

export type Note = { 
/**
 * Names it.
 */
id: NoteId, 
/**
 * The session it speaks of.
 */
session: SessionId, 
/**
 * Whose record it belongs to.
 */
person: PersonId, 
/**
 * The day of the session.
 */
on: string, 
/**
 * The language it is written in.
 */
lang: Lang, 
/**
 * Which sections it has.
 */
format: NoteFormat, 
/**
 * The sections of its format in order, then those that hold text from an earlier format.
 */
sections: Array<NoteSection>, 
/**
 * Draft or signed.
 */
state: NoteState, 
/**
 * Additions, oldest first; a draft has none.
 */
addenda: Array<Addendum>, };

export type NoteCard = { 
/**
 * Names it.
 */
id: NoteId, 
/**
 * Whose.
 */
person: PersonCard, 
/**
 * The session.
 */
session: SessionId, 
/**
 * The day of the session.
 */
on: string, 
/**
 * Whether it is signed.
 */
signed: boolean, };

export type NoteFacts = { 
/**
 * The preferred name.
 */
name: string, 
/**
 * The clinic's number for them; may be empty.
 */
recordNumber: string, 
/**
 * Counts the person's sessions, from 1.
 */
number: number, 
/**
 * Minutes it took; `None` while the session is open, and when nobody can tell.
 */
minutes: number | null, 
/**
 * The day it was entered on, where that is later than the day of the meeting.
 */
enteredOn: string | null, 
/**
 * Where it took place; may be empty.
 */
place: string, 
/**
 * The clinic or service; may be empty.
 */
site: string, 
/**
 * Who met.
 */
meeting: MeetingFormat, 
/**
 * Who led it, each with name and title as printed.
 */
practitioners: Array<string>, 
/**
 * The packs that supplied the pages met in it, each once.
 */
editions: Array<Edition>, };

export type NoteFormat = "imr" | "dap" | "birp" | "soap" | "peer";

export type NoteId = string;

export type NoteNotSaved = { 
/**
 * Which.
 */
note: NoteCard, 
/**
 * Why.
 */
error: ApiError, };

export type NoteSaved = { 
/**
 * Which.
 */
note: NoteCard, 
/**
 * Where.
 */
path: string, };

export type NoteSection = { 
/**
 * Which.
 */
kind: NoteSectionKind, 
/**
 * What was drafted from recorded events; kept beside the text so that the page can show what was changed.
 */
drafted: string, 
/**
 * The text as it stands: begins as `drafted`, and is the practitioner's from then on.
 */
text: string, 
/**
 * The judgement the practitioner typed; always empty in a new draft.
 */
judgement: string, 
/**
 * Whether text carried over from an earlier session stands here and nobody has confirmed it.
 */
unconfirmed: boolean, };

export type NoteSectionKind = "attendance" | "treatmentPlanGoal" | "recoveryGoal" | "practiceReviewed" | "motivational" | "educational" | "cognitiveBehavioural" | "skill" | "practiceAgreed" | "response" | "risk" | "plan" | "data" | "assessment" | "nextSteps" | "behaviour" | "intervention" | "subjective" | "objective" | "plainMeeting" | "plainSince" | "plainGoals" | "plainDone" | "plainWords" | "plainNext";

export type NoteState = { "kind": "draft" } | { "kind": "signed", 
/**
 * When.
 */
at: Timestamp, 
/**
 * The name and title it was signed with.
 */
by: string, 
/**
 * Its place among the signed notes, from 1.
 */
number: number, 
/**
 * SHA-256 over what was signed, in lower-case hex.
 */
seal: string, 
/**
 * What is printed with it, as it was then.
 */
facts: NoteFacts, 
/**
 * Where its seal stands in the audit trail. Printed small, it proves what stood before it.
 */
chain: ChainTip, };

export type NoteView = { 
/**
 * The note.
 */
note: Note, 
/**
 * Whose.
 */
person: PersonCard, 
/**
 * Which meeting.
 */
number: number, 
/**
 * Minutes it took; `None` while the session is open, and when nobody can tell.
 */
minutes: number | null, 
/**
 * The minutes that were counted, whatever was said of them; `None` when nobody can tell.
 */
counted: number | null, 
/**
 * The day it was entered on, where that is later than the day of the meeting.
 */
enteredOn: string | null, 
/**
 * Where it took place.
 */
place: string, 
/**
 * The signature that signing would put under it.
 */
signature: string, 
/**
 * Who leads the meeting, as it is known now.
 */
ledBy: Array<LedBy>, };

export type NotesSaved = { 
/**
 * Into which folder; `None` when somebody thought better of it.
 */
folder: string | null, 
/**
 * What is there now.
 */
saved: Array<NoteSaved>, 
/**
 * What is not.
 */
notSaved: Array<NoteNotSaved>, 
/**
 * How many notes of these days are not signed, and were left out.
 */
drafts: number, };

export type Nothing = Record<symbol, never>;

export type ObstacleCount = { 
/**
 * The kind.
 */
kind: ObstacleKind, 
/**
 * How often.
 */
times: number, };

export type ObstacleKind = "forgot" | "noTime" | "tooHard" | "unwell" | "didNotWant" | "cameUp" | "other";

export type OccasionId = string;

export type OfManual = { 
/**
 * In which language.
 */
language: Lang, };

export type OfMeeting = { 
/**
 * Which.
 */
meeting: MeetingId, };

export type OfNote = { 
/**
 * Which.
 */
note: NoteId, };

export type OfPeople = { 
/**
 * Who.
 */
people: Array<PersonId>, };

export type OfPerson = { 
/**
 * Who.
 */
person: PersonId, };

export type OfSelfTest = { 
/**
 * In which language.
 */
language: Lang, };

export type OfSeries = { 
/**
 * Which.
 */
series: SeriesId, };

export type OfSession = { 
/**
 * Which.
 */
session: SessionId, };

export type OfferView = { 
/**
 * The number of the topic they were given on, such as "7.2"; empty for a form.
 */
number: string, 
/**
 * The block of the form.
 */
block: BlockId, 
/**
 * Its field.
 */
field: FieldId, 
/**
 * The words.
 */
words: string, 
/**
 * The page they were given on.
 */
topic: TopicId, 
/**
 * Its title.
 */
title: string, };

export type OldBackup = { 
/**
 * The name of its file.
 */
name: string, 
/**
 * When it was made.
 */
at: Timestamp, };

export type Op = "createVault" | "openVault" | "openWithRecoveryCode" | "migrate" | "changePassphrase" | "setPin" | "savePractitioner" | "saveSnippet" | "loadSample" | "leadMeeting" | "saveGroup" | "saveMember" | "openGroupMeeting" | "planGroupMeeting" | "discardGroupMeeting" | "addPerson" | "addPeople" | "editPerson" | "addStatement" | "saveGoal" | "saveSupporter" | "giveConsent" | "withdrawConsent" | "addContact" | "endCourse" | "planBooster" | "saveSupervision" | "answerMirror" | "startSession" | "recordSession" | "moveInSession" | "closeSession" | "reopenSession" | "discardSession" | "sayWhatHappened" | "answer" | "addSheet" | "savePlanCopy" | "addRehearsal" | "setReviewDay" | "saveEvent" | "takeAwayEvent" | "followPlan" | "leavePlan" | "measure" | "draftNote" | "signNote" | "addAddendum" | "coSignNote" | "handOff" | "backUp" | "restore" | "newKey" | "addPractitioner" | "acknowledge" | "import" | "merge" | "takeTheirs" | "erase" | "undo" | "redo";

export type OpenArchive = { 
/**
 * The file.
 */
file: string, 
/**
 * What opens it.
 */
passphrase: SecretText, };

export type OpenForm = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The form.
 */
form: TopicId, };

export type OpenGroupMeeting = { 
/**
 * Which group.
 */
series: SeriesId, 
/**
 * The day, if it was held earlier; `None` for today.
 */
on: string | null, };

export type OpenSheet = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Which.
 */
sheet: SheetId, };

export type OptionId = string;

export type OtherScore = { 
/**
 * Which of the two it is.
 */
rule: ScoreRule, 
/**
 * The score.
 */
value: Fraction, 
/**
 * The lowest there can be.
 */
lowest: Fraction, 
/**
 * The highest there can be.
 */
highest: Fraction, };

export type Outcome = "begun" | "left" | "stayed";

export type OutcomeCell = { 
/**
 * What is measured.
 */
measure: MeasureId, 
/**
 * When.
 */
occasion: OccasionId, 
/**
 * The day of the occasion.
 */
due: string, 
/**
 * The last day on which a result still belongs to it.
 */
until: string, 
/**
 * What became of it.
 */
state: OutcomeState, 
/**
 * What was said about it when it was keyed in.
 */
words: string, };

export type OutcomeDue = { 
/**
 * Who.
 */
person: PersonCard, 
/**
 * The plan's title.
 */
plan: string, 
/**
 * The occasion's title.
 */
occasion: string, 
/**
 * Its day.
 */
due: string, 
/**
 * How many of its measures are still to be collected.
 */
measures: number, 
/**
 * Whether its time went by.
 */
overdue: boolean, };

export type OutcomeGroup = { 
/**
 * Their title.
 */
title: string, 
/**
 * What is measured.
 */
measures: Array<OutcomeMeasure>, };

export type OutcomeMeasure = { 
/**
 * Names it.
 */
id: MeasureId, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is, whose it is, and who may use it.
 */
source: string, 
/**
 * Which sides of personal recovery it looks at.
 */
chime: Array<Chime>, 
/**
 * The instrument whose copies count; `None` for a scale from elsewhere and a count.
 */
form: TopicId | null, 
/**
 * What is counted in the record; `None` for what is rated.
 */
count: CountOf | null, 
/**
 * Who rates; `None` for a count.
 */
rater: Rater | null, 
/**
 * Which end is the better one.
 */
better: Better, 
/**
 * The lowest value there can be; `None` for a count.
 */
lowest: Hundredths | null, 
/**
 * The highest value there can be; `None` for a count.
 */
highest: Hundredths | null, 
/**
 * What became of it, in the order of the occasions.
 */
cells: Array<OutcomeCell>, };

export type OutcomeOccasion = { 
/**
 * Names it.
 */
id: OccasionId, 
/**
 * Its title.
 */
title: string, 
/**
 * Its day.
 */
due: string, };

export type OutcomePlanCard = { 
/**
 * Names it.
 */
id: OutcomePlanId, 
/**
 * Its title.
 */
title: string, 
/**
 * Where it comes from, and what in it is whose.
 */
source: string, };

export type OutcomePlanId = string;

export type OutcomePlanView = { 
/**
 * Whether the content still has it; without it only what was keyed in is left.
 */
there: boolean, 
/**
 * The day from which its months are counted.
 */
baseline: string, 
/**
 * When it measures, in order of time.
 */
occasions: Array<OutcomeOccasion>, 
/**
 * What it measures.
 */
groups: Array<OutcomeGroup>, 
/**
 * Values over time, where there are at least two.
 */
charts: Array<Chart>, 
/**
 * Names it.
 */
id: OutcomePlanId, 
/**
 * Its title.
 */
title: string, 
/**
 * Where it comes from, and what in it is whose.
 */
source: string, };

export type OutcomeState = { "state": "ahead" } | { "state": "due" } | { "state": "overdue" } | { "state": "filled", 
/**
 * The copy.
 */
sheet: SheetId, 
/**
 * The day it was filled.
 */
on: string, 
/**
 * What it came to.
 */
score: Score, } | { "state": "short", 
/**
 * The copy.
 */
sheet: SheetId, 
/**
 * The day it was filled.
 */
on: string, 
/**
 * How much of it is answered.
 */
score: Score, } | { "state": "keyed", 
/**
 * The day it was filled or measured.
 */
on: string, 
/**
 * In hundredths; `None` where what was typed is no number that fits.
 */
value: Hundredths | null, 
/**
 * What was typed, where it is no number.
 */
typed: string, } | { "state": "counted", 
/**
 * The first day of the time that was counted.
 */
from: string, 
/**
 * In hundredths.
 */
value: Hundredths, } | { "state": "not", 
/**
 * Why.
 */
why: Missing, };

export type OutcomesView = { 
/**
 * Those the person follows, the newest first.
 */
plans: Array<OutcomePlanView>, 
/**
 * Every plan of the content, in the person's language.
 */
thereAre: Array<OutcomePlanCard>, };

export type PaceId = string;

export type PackId = string;

export type PackProblem = { 
/**
 * The file, relative to the pack.
 */
file: string, 
/**
 * The line, from 1; 0 means the whole file.
 */
line: number, 
/**
 * What is wrong, without a full stop.
 */
what: string, 
/**
 * What to write or do instead, without a full stop.
 */
instead: string, };

export type PackView = { 
/**
 * Names it.
 */
id: PackId, 
/**
 * The title; the id when it cannot be read.
 */
title: string, 
/**
 * The version; empty when it cannot be read.
 */
version: string, 
/**
 * The pack it stands on; empty for the one at the bottom.
 */
extends: string, 
/**
 * The languages its words are in.
 */
languages: Array<Lang>, 
/**
 * Whether it came with the program; such a pack cannot be removed.
 */
builtIn: boolean, 
/**
 * Whether any of its pages has not been passed by a clinical reviewer.
 */
draft: boolean, 
/**
 * Whether it has pages, and a named clinical reviewer has passed each of them.
 */
reviewed: boolean, 
/**
 * Topics of the pack underneath that it replaces or adds to.
 */
replaced: number, 
/**
 * Topics of its own.
 */
added: number, 
/**
 * Forms of its own or replaced.
 */
forms: number, 
/**
 * Courses of its own or replaced.
 */
courses: number, 
/**
 * Services it lists.
 */
services: number, 
/**
 * Why it is not in use; empty when it is.
 */
problem: string, };

export type Packet = { 
/**
 * In which course, for the numbers of topics.
 */
course: CourseId, 
/**
 * Topics and forms, in the order in which they lie.
 */
topics: Array<TopicId>, 
/**
 * In which language.
 */
language: Lang, 
/**
 * Whether what is “more, if you like” is left out.
 */
short: boolean, 
/**
 * Whether only what somebody fills in is printed.
 */
onlyWorksheets: boolean, 
/**
 * Whether the site's own stories are printed.
 */
ownStories: boolean, 
/**
 * Whether a page with local services and crisis contacts lies at the end.
 */
services: boolean, 
/**
 * Whether it has a title page.
 */
cover: boolean, 
/**
 * Whether it has a table of contents.
 */
contents: boolean, 
/**
 * Whether it is a booklet: pages of half the paper, two on each side, in the order for folding.
 */
booklet: boolean, };

export type PacketTemplate = { 
/**
 * Its name; no two have the same.
 */
name: string, 
/**
 * What it holds.
 */
packet: Packet, 
/**
 * The track whose topics are offered; `None` for all.
 */
track: TrackId | null, 
/**
 * The size of the letters.
 */
size: PrintSize, };

export type PacksView = { 
/**
 * The packs, that at the bottom first.
 */
packs: Array<PackView>, 
/**
 * Why the pack that was to be installed is not; empty when it is, and when none was.
 */
problems: Array<PackProblem>, };

export type PageView = { 
/**
 * The page.
 */
document: Document, 
/**
 * The module it belongs to, for its guide.
 */
module: ModuleId | null, 
/**
 * Where this module asks for the person's own meaning of recovery; `None` in the others.
 */
meaning: FieldPlace | null, 
/**
 * The practice options' and worksheets' pack version.
 */
packVersion: string, 
/**
 * The form this is a filled copy of, with all the person's copies; `None` for other pages.
 */
form: PersonForm | null, 
/**
 * What the person said elsewhere, beside the fields of the form that can use it.
 */
offers: Array<OfferView>, 
/**
 * The score of this copy as it stands; `None` for what is no instrument.
 */
score: Score | null, 
/**
 * To whom this copy may go; `None` for what is not given away like that.
 */
sharing: PlanSharing | null, 
/**
 * The completed examples of what can be filled here.
 */
examples: Array<ExampleView>, };

export type PaperPrinted = { 
/**
 * Whether they were; not when somebody thought better of it.
 */
printed: boolean, };

export type PaperRequest = { "kind": "handouts", 
/**
 * Which topics, in order.
 */
topics: Array<TopicId>, 
/**
 * In which language.
 */
language: Lang, 
/**
 * In which course, for their numbers.
 */
course: CourseId, 
/**
 * Whose; `None` for anyone.
 */
person: PersonId | null, 
/**
 * Whether the person's answers are printed in.
 */
filled: boolean, 
/**
 * Whether what is “more, if you like” is left out.
 */
short: boolean, 
/**
 * Whether the completed examples of a page lie behind it.
 */
examples: boolean, } | { "kind": "packet", 
/**
 * Which, and how they are made up.
 */
packet: Packet, 
/**
 * Whose; `None` for anyone.
 */
person: PersonId | null, 
/**
 * Whether the person's answers are printed in.
 */
filled: boolean, } | { "kind": "each", 
/**
 * Who, in the order in which their pages lie.
 */
people: Array<PersonId>, 
/**
 * What of each.
 */
each: ForEach, } | { "kind": "together", 
/**
 * Who, in the order in which their pages lie.
 */
people: Array<PersonId>, 
/**
 * Which topics, in order.
 */
topics: Array<TopicId>, 
/**
 * Whether each one's answers are printed in theirs.
 */
filled: boolean, 
/**
 * Whether what is “more, if you like” is left out.
 */
short: boolean, } | { "kind": "workbook", 
/**
 * Which course.
 */
course: CourseId, 
/**
 * Only this module of it.
 */
module: ModuleId | null, 
/**
 * Only the topics of this track, and those for everybody; `None` for all tracks.
 */
track: TrackId | null, 
/**
 * In which language.
 */
language: Lang, 
/**
 * Whether what is “more, if you like” is left out, and the forms, which are printed when they are used.
 */
short: boolean, } | { "kind": "guide", 
/**
 * Which module.
 */
module: ModuleId, 
/**
 * In which language.
 */
language: Lang, } | { "kind": "sheet", 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Which.
 */
sheet: SheetId, } | { "kind": "note", 
/**
 * Which.
 */
note: NoteId, } | { "kind": "goals", 
/**
 * Whose.
 */
person: PersonId, } | { "kind": "slips", 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Those made in this session; `None` for those that stand open.
 */
session: SessionId | null, 
/**
 * This one alone, whenever it was made.
 */
practice: PracticeId | null, } | { "kind": "folder", 
/**
 * Whose.
 */
person: PersonId, } | { "kind": "mirror", 
/**
 * A day of the quarter.
 */
on: string, 
/**
 * In which language.
 */
language: Lang, } | { "kind": "supervisionLog", 
/**
 * In which language.
 */
language: Lang, } | { "kind": "outcomes", 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Which plan.
 */
plan: OutcomePlanId, } | { "kind": "erasure", 
/**
 * What it did, as it was answered.
 */
receipt: ErasureReceipt, 
/**
 * In which language.
 */
language: Lang, } | { "kind": "helpNow" } | { "kind": "manual", 
/**
 * Which pages, by their ids; none for all of them.
 */
pages: Array<string>, 
/**
 * In which language.
 */
language: Lang, } | { "kind": "selfTest", 
/**
 * In which language.
 */
language: Lang, };

export type PaperSaved = { 
/**
 * Where; `None` when somebody thought better of it.
 */
path: string | null, 
/**
 * Whether the folder was flushed too, which some network shares refuse.
 */
flushed: boolean, };

export type PaperSize = "a4" | "letter";

export type PassphraseStrength = { 
/**
 * 0 (guessed at once) to 4 (out of reach), by zxcvbn.
 */
score: number, 
/**
 * Whether it is accepted: at least 12 characters and a score of 3.
 */
accepted: boolean, 
/**
 * Roughly how many guesses it would take, as a power of ten.
 */
guessesLog10: number, 
/**
 * Characters counted.
 */
length: number, };

export type PassphraseToJudge = { 
/**
 * The passphrase.
 */
passphrase: SecretText, };

export type Pattern = { 
/**
 * How many were looked back on with a result; at most [`LOOKED_BACK`].
 */
of: number, 
/**
 * How many of them were done.
 */
done: number, 
/**
 * How many were partly done.
 */
partly: number, 
/**
 * What got in the way of them, as it was ticked, the most frequent first.
 */
obstacles: Array<ObstacleCount>, };

export type Pen = { 
/**
 * The line.
 */
line: Line, 
/**
 * How it is broken.
 */
dash: Dash, 
/**
 * What is inside.
 */
fill: Fill, };

export type PeopleCourses = { 
/**
 * Each who is there, in the order in which they were asked for.
 */
courses: Array<PersonCourse>, };

export type PeopleRow = { 
/**
 * Who.
 */
card: PersonCard, 
/**
 * Whether they are in the course now.
 */
active: boolean, 
/**
 * The recovery statement now; empty when there is none yet.
 */
statement: string, 
/**
 * Meetings so far.
 */
sessions: number, 
/**
 * The last meeting.
 */
lastSessionOn: string | null, 
/**
 * The next meeting.
 */
nextMeeting: string | null, 
/**
 * The newest promise not yet reviewed; empty when there is none.
 */
promise: string, 
/**
 * Notes still to be signed.
 */
unsigned: number, };

export type PeopleView = { 
/**
 * Everybody, by name; the page filters.
 */
people: Array<PeopleRow>, };

export type Person = { 
/**
 * Names them inside the vault.
 */
id: PersonId, 
/**
 * The identity colour, 0 to 7, given once.
 */
colour: number, 
/**
 * When they were added.
 */
addedAt: Timestamp, 
/**
 * What they want to be called; never empty.
 */
preferredName: string, 
/**
 * The clinic's number for them.
 */
recordNumber: string, 
/**
 * The language of their handouts.
 */
language: Lang, 
/**
 * The size of their printed pages.
 */
printSize: PrintSize, 
/**
 * The course they follow.
 */
course: CourseId, 
/**
 * The track they follow where a module has tracks; `None` when not chosen yet.
 */
track: TrackId | null, 
/**
 * How often they mean to meet; `None` when not agreed yet.
 */
pace: PaceId | null, 
/**
 * The day the course began.
 */
startedOn: string, 
/**
 * The next appointment, local time; `None` when none is agreed.
 */
nextMeeting: string | null, 
/**
 * Whether they are in the course now; a former person keeps their record.
 */
active: boolean, };

export type PersonCard = { 
/**
 * Names them.
 */
id: PersonId, 
/**
 * The preferred name.
 */
name: string, 
/**
 * The first name alone, for whatever others may see or hear.
 */
firstName: string, 
/**
 * The record number; may be empty.
 */
recordNumber: string, 
/**
 * The identity colour, 0 to 7.
 */
colour: number, };

export type PersonCourse = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * What has become of each module, in the order of the course.
 */
modules: Array<ModuleState>, 
/**
 * What comes next in the course.
 */
next: NextTopic | null, };

export type PersonDetails = { 
/**
 * What they want to be called; never empty.
 */
preferredName: string, 
/**
 * The clinic's number for them.
 */
recordNumber: string, 
/**
 * The language of their handouts.
 */
language: Lang, 
/**
 * The size of their printed pages.
 */
printSize: PrintSize, 
/**
 * The course they follow.
 */
course: CourseId, 
/**
 * The track they follow where a module has tracks; `None` when not chosen yet.
 */
track: TrackId | null, 
/**
 * How often they mean to meet; `None` when not agreed yet.
 */
pace: PaceId | null, 
/**
 * The day the course began.
 */
startedOn: string, 
/**
 * The next appointment, local time; `None` when none is agreed.
 */
nextMeeting: string | null, 
/**
 * Whether they are in the course now; a former person keeps their record.
 */
active: boolean, };

export type PersonForm = { 
/**
 * Whether it belongs to the module the person is in now.
 */
current: boolean, 
/**
 * The person's copies, newest first; those after the first are earlier versions.
 */
copies: Array<FormCopy>, 
/**
 * Who holds a copy, when it was gone through and when it is looked at again; `None` for what is not kept like that.
 */
plan: PlanFacts | null, 
/**
 * Names it; also the topic of its page.
 */
id: TopicId, 
/**
 * What kind of form it is.
 */
kind: FormKind, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * The module it belongs to; `None` for all.
 */
module: ModuleId | null, 
/**
 * That module's title; empty for all.
 */
moduleTitle: string, 
/**
 * Its review status.
 */
review: ReviewStatus, 
/**
 * How it is scored; `None` for what is no instrument.
 */
instrument: InstrumentFacts | null, };

export type PersonId = string;

export type PersonLine = { 
/**
 * The preferred name.
 */
name: string, 
/**
 * The record number; empty when there is none.
 */
recordNumber: string, 
/**
 * The identity colour, 0 to 7.
 */
colour: number, };

export type PersonView = { 
/**
 * Who.
 */
person: Person, 
/**
 * The first name alone.
 */
firstName: string, 
/**
 * Recovery statements, newest first.
 */
statements: Array<RecoveryStatement>, 
/**
 * Goals, active ones first.
 */
goals: Array<Goal>, 
/**
 * Goals that stand still, in no order.
 */
still: Array<StandsStill>, 
/**
 * How often they came, and how often not.
 */
attendance: AttendanceCount, 
/**
 * Where they stand in their course.
 */
course: CourseMap, 
/**
 * What comes next.
 */
next: NextTopic | null, 
/**
 * Promises, newest first.
 */
practices: Array<Practice>, 
/**
 * How those of late went.
 */
pattern: Pattern, 
/**
 * Those on their side, in the order in which they were written down.
 */
supporters: Array<SupporterCard>, 
/**
 * The form by which one writes to a supporter; `None` when the content has none.
 */
letter: TopicId | null, 
/**
 * Filled copies of worksheets, newest first.
 */
sheets: Array<SheetCard>, 
/**
 * Where the worksheet for solving a problem step by step stands; `None` when the content has none.
 */
problemSolving: WorksheetPlace | null, 
/**
 * The forms the person has copies of, the one with the newest copy first.
 */
forms: Array<PersonForm>, 
/**
 * Sessions, newest first.
 */
sessions: Array<SessionGlance>, 
/**
 * Groups they are in or were in, the newest first.
 */
groups: Array<GroupOfPerson>, 
/**
 * Their session of today, to be resumed.
 */
openSession: SessionId | null, 
/**
 * Sessions of an earlier day that are still open, the oldest first.
 */
leftOpen: Array<SessionCard>, };

export type PersonWord = "person" | "participant" | "patient" | "client";

export type Phase = "arrive" | "lastTime" | "practiceReview" | "goals" | "agenda" | "topic" | "practicePlan" | "close";

export type PhaseKeys = "digits" | "withAlt" | "off";

export type PhaseRecord = { 
/**
 * Which.
 */
phase: Phase, 
/**
 * What has become of it.
 */
state: PhaseState, 
/**
 * Seconds spent in it so far.
 */
seconds: number, };

export type PhaseState = "ahead" | "opened" | "done" | "skipped";

export type Piece = { 
/**
 * The words, to the letter.
 */
text: string, 
/**
 * Whether it is what was looked for.
 */
found: boolean, };

export type PlaceEarlier = { 
/**
 * Which note.
 */
note: NoteId, 
/**
 * The section it stands in, which is none of the note's format.
 */
section: NoteSectionKind, 
/**
 * The section it goes to the end of; `None` takes it out.
 */
into: NoteSectionKind | null, };

export type PlanCopyId = string;

export type PlanFacts = { 
/**
 * Who was ever given a copy, the newest first.
 */
copies: Array<HeldCopy>, 
/**
 * When it was gone through, the newest first.
 */
rehearsals: Array<Rehearsal>, 
/**
 * The day on which the newest version is looked at again.
 */
reviewOn: string | null, 
/**
 * Whether that day has come.
 */
due: boolean, };

export type PlanGroupMeeting = { 
/**
 * Which meeting.
 */
meeting: MeetingId, 
/**
 * What.
 */
part: PlanPart, };

export type PlanPart = { "kind": "topics", 
/**
 * Topics, in order.
 */
topics: Array<TopicId>, } | { "kind": "agenda", 
/**
 * The words.
 */
text: string, } | { "kind": "minutes", 
/**
 * How many; `None` takes it back.
 */
minutes: number | null, } | { "kind": "place", 
/**
 * Where.
 */
text: string, };

export type PlanSharing = { 
/**
 * The person's supporters.
 */
holders: Array<PossibleHolder>, 
/**
 * The form for a card to carry; `None` when the content has none, and on the card itself.
 */
card: TopicId | null, };

export type Point = { 
/**
 * The day it was given.
 */
on: string, 
/**
 * What it came to.
 */
value: Hundredths, };

export type PossibleHolder = { 
/**
 * Who.
 */
supporter: SupporterId, 
/**
 * Their name.
 */
name: string, 
/**
 * Whether the person lets them see a page like this today.
 */
may: boolean, };

export type Practice = { 
/**
 * Names it.
 */
id: PracticeId, 
/**
 * The session it was agreed in.
 */
agreedIn: SessionId, 
/**
 * The day it was agreed.
 */
agreedOn: string, 
/**
 * What became of it; `None` until reviewed.
 */
review: PracticeReview | null, 
/**
 * What to do.
 */
what: string, 
/**
 * When.
 */
when: string, 
/**
 * Where.
 */
place: string, 
/**
 * With whom.
 */
withWhom: string, 
/**
 * What is needed for it.
 */
materials: string, 
/**
 * What will remind of it.
 */
reminder: string, 
/**
 * How it serves the goal.
 */
why: string, 
/**
 * How sure the person is that it will happen, 0 to 10; `None` until asked.
 */
confidence: number | null, 
/**
 * What could get in the way, and the answer to it.
 */
obstacle: string, 
/**
 * The goal it serves.
 */
goal: GoalId | null, 
/**
 * The topic it came from.
 */
topic: TopicId | null, };

export type PracticeId = string;

export type PracticePlan = { 
/**
 * What to do.
 */
what: string, 
/**
 * When.
 */
when: string, 
/**
 * Where.
 */
place: string, 
/**
 * With whom.
 */
withWhom: string, 
/**
 * What is needed for it.
 */
materials: string, 
/**
 * What will remind of it.
 */
reminder: string, 
/**
 * How it serves the goal.
 */
why: string, 
/**
 * How sure the person is that it will happen, 0 to 10; `None` until asked.
 */
confidence: number | null, 
/**
 * What could get in the way, and the answer to it.
 */
obstacle: string, 
/**
 * The goal it serves.
 */
goal: GoalId | null, 
/**
 * The topic it came from.
 */
topic: TopicId | null, };

export type PracticeResult = "done" | "partly" | "notDone" | "changed";

export type PracticeReview = { 
/**
 * The session it was reviewed in.
 */
session: SessionId, 
/**
 * The day.
 */
on: string, 
/**
 * How far it was done; `None` until somebody says.
 */
result: PracticeResult | null, 
/**
 * What happened, verbatim.
 */
whatHappened: string, 
/**
 * What it did for the person.
 */
effect: string, 
/**
 * What got in the way, in words.
 */
obstacle: string, 
/**
 * Which kinds of thing that was; ticked by hand, never read out of the words.
 */
obstacleKinds: Array<ObstacleKind>, 
/**
 * What deserves praise, and what comes next.
 */
nextTime: string, };

export type Practitioner = { 
/**
 * The name.
 */
name: string, 
/**
 * The title or role.
 */
title: string, };

export type PractitionerId = string;

export type Practitioners = { 
/**
 * The keeper of the vault first, then by name.
 */
practitioners: Array<Colleague>, };

export type Preview = { 
/**
 * The pages, in order; of a long job, the first of them.
 */
pages: Array<PreviewPage>, 
/**
 * How many pages there are in all.
 */
count: number, };

export type PreviewPage = { 
/**
 * Width in points.
 */
width: number, 
/**
 * Height in points.
 */
height: number, 
/**
 * The page as SVG; shown as an image, so nothing in it can run.
 */
svg: string, };

export type PrintPaper = { 
/**
 * The pages.
 */
pages: MakePaper, 
/**
 * Which of them, as somebody typed it, such as `2-4, 7`; all where it is empty.
 */
only: string, 
/**
 * To whom they go; may be empty.
 */
to: string, 
/**
 * Supporters it goes to although consent is missing, each confirmed.
 */
despite: Array<SupporterId>, };

export type PrintRecoverySheet = { 
/**
 * The code.
 */
code: SecretText, };

export type PrintSize = "normal" | "medium" | "large";

export type Progress = "notStarted" | "some" | "most" | "achieved" | "changed" | "dropped";

export type Rater = "person" | "practitioner";

export type Reached = { 
/**
 * Its page was opened together.
 */
read: boolean, 
/**
 * It was talked through, or answered on.
 */
discussed: boolean, 
/**
 * What it is about was tried: on a worksheet, or in a promise that was done.
 */
practised: boolean, 
/**
 * The person took it along: as a page, or as a promise.
 */
takenHome: boolean, };

export type ReadBack = { 
/**
 * Whose answers they are.
 */
person: PersonId, 
/**
 * The file.
 */
path: string, };

export type ReadBackLine = { 
/**
 * Its name in the form.
 */
name: string, 
/**
 * The page.
 */
page: string, 
/**
 * What is asked there.
 */
asks: string, 
/**
 * What stands in the record now; empty when nothing does.
 */
now: string, 
/**
 * What came back.
 */
found: string, 
/**
 * Whether the two are the same.
 */
same: boolean, 
/**
 * Whether it goes to a new filled copy.
 */
copy: boolean, };

export type Recalled = "well" | "partly" | "not";

export type Recipients = { 
/**
 * Each once: the person's supporters, then whom something went to before, whoever came last first. Nobody else's
 * supporters are among them.
 */
known: Array<string>, };

export type RecordInSession = { 
/**
 * Which.
 */
session: SessionId, 
/**
 * What.
 */
entry: SessionEntry, };

export type RecordStatement = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The words, verbatim.
 */
words: string, 
/**
 * Said or written.
 */
given: Given, 
/**
 * The day.
 */
on: string, 
/**
 * The lenses a human chose.
 */
chime: Array<Chime>, };

export type RecoveryStatement = { 
/**
 * Names this version.
 */
id: StatementId, 
/**
 * The words, verbatim.
 */
words: string, 
/**
 * Whether they said or wrote it.
 */
given: Given, 
/**
 * The day they did.
 */
on: string, 
/**
 * The lenses a human chose; never computed.
 */
chime: Array<Chime>, 
/**
 * When it was written down.
 */
recordedAt: Timestamp, };

export type Rehearsal = { 
/**
 * Names it.
 */
id: RehearsalId, 
/**
 * The version that was gone through.
 */
sheet: SheetId, 
/**
 * The day.
 */
on: string, 
/**
 * With whom, and what was noticed; may be empty.
 */
words: string, };

export type RehearsalId = string;

export type RemoveBooster = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Which.
 */
booster: BoosterId, };

export type RemovePack = { 
/**
 * Which one.
 */
id: PackId, };

export type RemoveSupervision = { 
/**
 * Which.
 */
supervision: SupervisionId, };

export type Restore = { 
/**
 * The backup.
 */
file: string, 
/**
 * What opens it.
 */
with: RestoreWith, };

export type RestorePlan = { 
/**
 * When the backup was made.
 */
madeAt: Timestamp, 
/**
 * Whether the vault here could be opened to compare; when not, nobody can say what would go.
 */
compared: boolean, 
/**
 * What would go; `None` when nothing would.
 */
goes: Goes | null, };

export type RestoreWith = { "passphrase": SecretText } | { "recoveryCode": SecretText };

export type ReviewStatus = { "status": "draft" } | { "status": "reviewed", 
/**
 * The reviewer's name and title.
 */
by: string, 
/**
 * The day.
 */
on: string, };

export type Role = "clinician" | "peer" | "student" | "coSigner";

export type Row = { 
/**
 * Names it; the field of its answer.
 */
id: FieldId, 
/**
 * The words.
 */
label: string, 
/**
 * A second, softer line; empty when there is none.
 */
hint: string, };

export type RowFault = { "kind": "nameMissing" } | { "kind": "tooManyCells" } | { "kind": "tooLong", 
/**
 * In which column.
 */
column: CaseloadColumn, } | { "kind": "noDay", 
/**
 * In which column.
 */
column: CaseloadColumn, 
/**
 * What stands there.
 */
text: string, } | { "kind": "ahead", 
/**
 * What stands there.
 */
text: string, } | { "kind": "goneBy", 
/**
 * What stands there.
 */
text: string, } | { "kind": "farOff", 
/**
 * In which column.
 */
column: CaseloadColumn, 
/**
 * What stands there.
 */
text: string, } | { "kind": "noLanguage", 
/**
 * What stands there.
 */
text: string, };

export type SaveArchive = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * What will open it.
 */
passphrase: SecretText, 
/**
 * To whom it goes; may be empty.
 */
to: string, 
/**
 * Supporters it goes to although consent is missing, each confirmed.
 */
despite: Array<SupporterId>, 
/**
 * The name offered for the file.
 */
name: string, };

export type SaveBooster = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Which; `None` for a new one.
 */
booster: BoosterId | null, 
/**
 * What was agreed.
 */
plan: BoosterPlan, };

export type SaveEach = { 
/**
 * Who.
 */
people: Array<PersonId>, 
/**
 * What of each.
 */
each: ForEach, 
/**
 * Paper format; `None` for the one in the settings.
 */
format: PaperSize | null, 
/**
 * To whom they go; may be empty.
 */
to: string, 
/**
 * Supporters they go to although consent is missing, each confirmed.
 */
despite: Array<SupporterId>, 
/**
 * Whether the pages that a supporter must not see are left out and named, and the others saved.
 */
others: boolean, };

export type SaveEvaluation = { 
/**
 * Whether names, dates and words are in them.
 */
identified: boolean, 
/**
 * Why, where they are; the audit trail keeps it, so it must name nobody.
 */
reason: string, 
/**
 * To whom it goes; may be empty.
 */
to: string, };

export type SaveEvent = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Which; `None` for a new one.
 */
event: EventId | null, 
/**
 * What is known of it.
 */
details: EventDetails, };

export type SaveFolder = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * To whom it goes; may be empty.
 */
to: string, 
/**
 * Supporters it goes to although consent is missing, each confirmed.
 */
despite: Array<SupporterId>, };

export type SaveGroup = { 
/**
 * Which; `None` for a new one.
 */
series: SeriesId | null, 
/**
 * What is known of it.
 */
details: SeriesDetails, };

export type SaveLedger = { 
/**
 * Which part.
 */
which: LookThroughLedger, 
/**
 * A name for the file.
 */
name: string, };

export type SaveMember = { 
/**
 * Which group.
 */
series: SeriesId, 
/**
 * Who.
 */
person: PersonId, 
/**
 * Their first day in it, which names their time in it.
 */
from: string, 
/**
 * Their last day in it; `None` while they are in it.
 */
until: string | null, };

export type SaveNotes = { 
/**
 * Which.
 */
which: WhichNotes, 
/**
 * As what.
 */
kind: FileKind, 
/**
 * To whom they go; may be empty.
 */
to: string, 
/**
 * Supporters they go to although consent is missing, each confirmed.
 */
despite: Array<SupporterId>, 
/**
 * Whether the notes that a supporter must not see are left out and named, and the others saved.
 */
others: boolean, };

export type SavePaper = { 
/**
 * The pages.
 */
pages: MakePaper, 
/**
 * As what; a PDF where nothing is said.
 */
kind: FileKind, 
/**
 * To whom they go; may be empty.
 */
to: string, 
/**
 * Supporters it goes to although consent is missing, each confirmed.
 */
despite: Array<SupporterId>, 
/**
 * The name offered for the file.
 */
name: string, };

export type SavePlanCopy = { 
/**
 * Whose plan.
 */
person: PersonId, 
/**
 * Which copy; `None` for a new one.
 */
copy: PlanCopyId | null, 
/**
 * The version.
 */
sheet: SheetId, 
/**
 * The supporter who holds it; `None` for somebody else.
 */
supporter: SupporterId | null, 
/**
 * Who else holds it; left aside for a supporter.
 */
holder: string, 
/**
 * The day it was given.
 */
givenOn: string, 
/**
 * The day it came back; `None` for as long as they have it.
 */
takenBackOn: string | null, };

export type SavePractitioner = { 
/**
 * Who; `None` for somebody new.
 */
practitioner: PractitionerId | null, 
/**
 * What they are called.
 */
name: string, 
/**
 * Their title; may be empty.
 */
title: string, 
/**
 * As what they lead when nothing else is said.
 */
role: Role, 
/**
 * False for somebody who no longer leads or signs here.
 */
active: boolean, };

export type SaveRecord = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * To whom it goes; may be empty.
 */
to: string, 
/**
 * Supporters it goes to although consent is missing, each confirmed.
 */
despite: Array<SupporterId>, 
/**
 * The name offered for the file.
 */
name: string, };

export type SaveRecoverySheet = { 
/**
 * The code.
 */
code: SecretText, 
/**
 * The name offered for the file.
 */
name: string, };

export type SaveSnippet = { 
/**
 * Which; `None` for a new one.
 */
snippet: SnippetId | null, 
/**
 * Its words; nothing takes it out.
 */
words: string, };

export type SaveSupervision = { 
/**
 * Which; `None` for a new one.
 */
supervision: SupervisionId | null, 
/**
 * What is known of it.
 */
details: SupervisionDetails, };

export type SaveSupporter = { 
/**
 * Whose they are.
 */
person: PersonId, 
/**
 * Which; `None` for a new one.
 */
supporter: SupporterId | null, 
/**
 * What is known of them; a name is enough.
 */
details: SupporterDetails, };

export type SayWhatHappened = { 
/**
 * With whom.
 */
person: PersonId, 
/**
 * When it was to be.
 */
at: string, 
/**
 * What happened.
 */
what: WhatHappened, };

export type SayWhoCame = { 
/**
 * Which meeting.
 */
meeting: MeetingId, 
/**
 * Who; each gets a session of their own in it.
 */
people: Array<PersonId>, 
/**
 * What holds for each of them.
 */
attendance: Attendance, };

export type Score = { 
/**
 * How many items were answered.
 */
answered: number, 
/**
 * How many there are.
 */
items: number, 
/**
 * The score; `None` while fewer items are answered than the instrument asks for.
 */
value: Fraction | null, 
/**
 * The lowest score there can be.
 */
lowest: Fraction, 
/**
 * The highest score there can be.
 */
highest: Fraction, 
/**
 * The same answers as the other of mean and sum, since reports use either; `None` without a score, and for a count of
 * right answers.
 */
other: OtherScore | null, };

export type ScoreRule = "sum" | "mean" | "right";

export type Search = { 
/**
 * The words; "in quotation marks" as they stand there.
 */
words: string, 
/**
 * Only this person's.
 */
person: PersonId | null, 
/**
 * Only what screens show as this.
 */
area: Area | null, 
/**
 * Only from this day on.
 */
from: string | null, 
/**
 * Only up to this day, itself included.
 */
until: string | null, 
/**
 * So many are shown already.
 */
skip: number, };

export type SearchHit = { 
/**
 * Whose it is.
 */
person: PersonCard, 
/**
 * What it is.
 */
kind: FoundKind, 
/**
 * The day it is about.
 */
day: string | null, 
/**
 * The topic or form it stands on, in the person's language, or the section of a note by its code; else empty.
 */
title: string, 
/**
 * Where to go to read it.
 */
lead: Lead, 
/**
 * The words around what was found.
 */
excerpts: Array<Excerpt>, };

export type SearchView = { 
/**
 * The places, those about the newest day first.
 */
hits: Array<SearchHit>, 
/**
 * Whether there are more after these.
 */
more: boolean, 
/**
 * Whether not everything was looked through, because too much begins as typed.
 */
narrow: boolean, };

export type SecretText = string;

export type SelfTest = { 
/**
 * Whether all is in order.
 */
well: boolean, 
/**
 * The page.
 */
document: Document, };

export type Series = { 
/**
 * Who or what it is, such as the rater.
 */
name: string, 
/**
 * The results, in any order.
 */
points: Array<Point>, };

export type SeriesDetails = { 
/**
 * What it is called.
 */
name: string, 
/**
 * The course it follows.
 */
course: CourseId, 
/**
 * The day it usually meets, 1 for Monday to 7.
 */
weekday: number | null, 
/**
 * When it usually begins.
 */
begins: string | null, 
/**
 * How many minutes it usually takes.
 */
minutes: number | null, 
/**
 * Where it usually meets; may be empty.
 */
place: string, 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day, where it has one.
 */
until: string | null, 
/**
 * Who leads it, and as what.
 */
practitioners: Array<[PractitionerId, Role]>, };

export type SeriesId = string;

export type Service = { 
/**
 * What it is called.
 */
name: string, 
/**
 * The number.
 */
phone: string, 
/**
 * When it can be reached.
 */
hours: string, 
/**
 * What it can be asked for.
 */
whatFor: string, 
/**
 * The day somebody last made sure of all this; `None` when never.
 */
checkedOn: string | null, };

export type ServiceEntry = { 
/**
 * What it is called.
 */
name: string, 
/**
 * The telephone number, as it is to be dialled.
 */
phone: string, 
/**
 * When it can be reached.
 */
hours: string, 
/**
 * What it can be asked for.
 */
whatFor: string, 
/**
 * The day somebody last made sure of all this; `None` when nobody has.
 */
checkedOn: string | null, };

export type ServicesAbout = "services" | "crisis";

export type SessionCard = { 
/**
 * Names it.
 */
id: SessionId, 
/**
 * Whose.
 */
person: PersonCard, 
/**
 * Which meeting.
 */
number: number, 
/**
 * The day.
 */
on: string, };

export type SessionEntry = { "kind": "enterPhase", 
/**
 * Where to.
 */
phase: Phase, } | { "kind": "skipPhase", 
/**
 * Which.
 */
phase: Phase, 
/**
 * Left out, or not.
 */
skipped: boolean, } | { "kind": "spendTime", 
/**
 * Seconds to add.
 */
seconds: number, } | { "kind": "attendance", 
/**
 * Who.
 */
attendance: Attendance, } | { "kind": "goalTurn", 
/**
 * Theirs or not.
 */
theirs: boolean, } | { "kind": "majorProblem", 
/**
 * The answer; `None` takes it back.
 */
present: boolean | null, } | { "kind": "recalled", 
/**
 * How much; `None` takes it back.
 */
recalled: Recalled | null, } | { "kind": "words", 
/**
 * Which field.
 */
field: SessionText, 
/**
 * The words, verbatim.
 */
text: string, } | { "kind": "practiceResult", 
/**
 * Which promise.
 */
practice: PracticeId, 
/**
 * How far; `None` takes it back.
 */
result: PracticeResult | null, } | { "kind": "practiceReviewWords", 
/**
 * Which promise.
 */
practice: PracticeId, 
/**
 * What happened.
 */
whatHappened: string, 
/**
 * What it did for the person.
 */
effect: string, 
/**
 * What got in the way.
 */
obstacle: string, 
/**
 * Praise, and what comes next.
 */
nextTime: string, } | { "kind": "practiceObstacle", 
/**
 * Which promise.
 */
practice: PracticeId, 
/**
 * Which kind.
 */
obstacle: ObstacleKind, 
/**
 * It did, or not.
 */
met: boolean, } | { "kind": "reviewGoal", 
/**
 * Which goal.
 */
goal: GoalId, 
/**
 * How far it has come.
 */
progress: Progress | null, 
/**
 * How that compares with what was hoped for.
 */
attainment: Attainment | null, 
/**
 * What was done.
 */
done: string, 
/**
 * What got in the way.
 */
obstacle: string, 
/**
 * The next small step.
 */
nextStep: string, 
/**
 * Whether it is still the right goal.
 */
stillRight: boolean | null, } | { "kind": "topic", 
/**
 * Which topic.
 */
topic: TopicId, 
/**
 * How far; `None` takes it off the session.
 */
depth: Depth | null, } | { "kind": "technique", 
/**
 * Which.
 */
technique: Technique, 
/**
 * Used or not.
 */
used: boolean, } | { "kind": "skill", 
/**
 * Which kind; `None` takes it back.
 */
skill: Skill | null, } | { "kind": "agreePractice", 
/**
 * Which; `None` makes a new one.
 */
practice: PracticeId | null, 
/**
 * What was agreed.
 */
plan: PracticePlan, } | { "kind": "dropPractice", 
/**
 * Which.
 */
practice: PracticeId, } | { "kind": "nextMeeting", 
/**
 * When, local time.
 */
at: string | null, } | { "kind": "length", 
/**
 * Minutes; `None` goes back to what was counted.
 */
minutes: number | null, };

export type SessionGlance = { 
/**
 * Names it.
 */
id: SessionId, 
/**
 * Which meeting.
 */
number: number, 
/**
 * The day.
 */
on: string, 
/**
 * Whether it is closed.
 */
closed: boolean, 
/**
 * Minutes it took; `None` while it is open, and when nobody can tell.
 */
minutes: number | null, 
/**
 * Titles of the topics met.
 */
topics: Array<string>, 
/**
 * What was promised in it.
 */
promised: Array<string>, 
/**
 * Its note, if there is one.
 */
note: NoteCard | null, 
/**
 * The day it was entered on, where that is later.
 */
enteredOn: string | null, 
/**
 * Who came, or why not.
 */
attendance: Attendance, };

export type SessionId = string;

export type SessionRecord = { 
/**
 * Names it.
 */
id: SessionId, 
/**
 * Whose it is.
 */
person: PersonId, 
/**
 * The meeting it is a part of.
 */
meeting: MeetingId, 
/**
 * What kind of meeting that is.
 */
format: MeetingFormat, 
/**
 * Counts the person's sessions, from 1.
 */
number: number, 
/**
 * The day of the meeting.
 */
on: string, 
/**
 * When it was opened.
 */
startedAt: Timestamp, 
/**
 * When it was closed; `None` while it can be resumed.
 */
closedAt: Timestamp | null, 
/**
 * The minutes somebody said it took; `None` leaves it to what was counted.
 */
lengthSaid: number | null, 
/**
 * Who came.
 */
attendance: Attendance, 
/**
 * Where the meeting took place.
 */
place: string, 
/**
 * Supporters and others who took part.
 */
othersPresent: string, 
/**
 * Whether it is this person's turn to talk about their goals in a group's meeting.
 */
goalTurn: boolean, 
/**
 * The phases, always all eight.
 */
phases: Array<PhaseRecord>, 
/**
 * Where the session stands, so that a restart comes back to it.
 */
current: Phase, 
/**
 * Phase 1. Whether there is a major problem today; `None` until asked.
 */
majorProblem: boolean | null, 
/**
 * Phase 1. What it is.
 */
problemWords: string, 
/**
 * Phase 1. What was done about it.
 */
problemAction: string, 
/**
 * Phase 2. How much of last time the person remembered.
 */
recalled: Recalled | null, 
/**
 * Phase 2. What they remembered, verbatim.
 */
recalledWords: string, 
/**
 * Phase 3. Promises from before, with their reviews made in this session.
 */
practicesReviewed: Array<Practice>, 
/**
 * Phase 3. Why it was skipped, where somebody said.
 */
reviewSkipped: string, 
/**
 * Phase 4. What was said of each goal.
 */
goalReviews: Array<GoalReview>, 
/**
 * Phase 5. What was planned.
 */
agenda: string, 
/**
 * Phase 5. The person's own item.
 */
personItem: string, 
/**
 * Phase 6. Topics opened, in order.
 */
topics: Array<TopicCovered>, 
/**
 * Phase 6. Techniques actually used; ticked by hand, never preset.
 */
techniques: Array<Technique>, 
/**
 * Phase 6. The evidence-based skill that was taught.
 */
skill: Skill | null, 
/**
 * Phase 6. The skill by name.
 */
skillWords: string, 
/**
 * Phase 7. Promises made in this session.
 */
practicesAgreed: Array<Practice>, 
/**
 * Phase 7. Why it was skipped, where somebody said.
 */
planSkipped: string, 
/**
 * Phase 8. The person's own summary, verbatim.
 */
summaryWords: string, 
/**
 * Phase 8. What was planned for next time.
 */
nextPlan: string, 
/**
 * Phase 8. The next appointment, local time.
 */
nextMeeting: string | null, };

export type SessionText = "place" | "othersPresent" | "problemWords" | "problemAction" | "recalledWords" | "reviewSkipped" | "agenda" | "personItem" | "skillWords" | "planSkipped" | "summaryWords" | "nextPlan";

export type SessionView = { 
/**
 * What is recorded of this meeting.
 */
record: SessionRecord, 
/**
 * Who.
 */
person: Person, 
/**
 * The first name alone.
 */
firstName: string, 
/**
 * What recovery means to them now.
 */
statement: RecoveryStatement | null, 
/**
 * Their active goals.
 */
goals: Array<Goal>, 
/**
 * How the promises of late went.
 */
pattern: Pattern, 
/**
 * The meeting before, if there was one.
 */
previous: SessionGlance | null, 
/**
 * The person's own summary at the end of the meeting before; empty when there is none.
 */
previousSummary: string, 
/**
 * What comes next in the course.
 */
next: NextTopic | null, 
/**
 * Where they stand in their course.
 */
course: CourseMap, 
/**
 * The note, if there is one.
 */
note: NoteCard | null, 
/**
 * Who leads the meeting.
 */
ledBy: Array<LedBy>, 
/**
 * The group it is a meeting of, by name.
 */
group: string | null, };

export type SetGoal = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The whole goal with short-term goals and steps. `reviews` is ignored: reviews are made in sessions.
 */
goal: Goal, };

export type SetLeaders = { 
/**
 * Which meeting.
 */
meeting: MeetingId, 
/**
 * Everybody who does; with nobody named, the keeper of the vault does.
 */
leaders: Array<[PractitionerId, Role]>, };

export type SetNoteFormat = { 
/**
 * Which note.
 */
note: NoteId, 
/**
 * Its format from now on.
 */
format: NoteFormat, };

export type SetPin = { 
/**
 * Four to eight digits.
 */
pin: SecretText, };

export type SetReviewDay = { 
/**
 * Whose plan.
 */
person: PersonId, 
/**
 * The version.
 */
sheet: SheetId, 
/**
 * The day; `None` takes it off.
 */
on: string | null, };

export type Settings = { 
/**
 * The language of the screens.
 */
language: Lang, 
/**
 * Light, dark, or as the system says.
 */
theme: Theme, 
/**
 * The word for the person on screen and paper.
 */
personWord: PersonWord, 
/**
 * Paper for printing.
 */
paper: PaperSize, 
/**
 * Minutes without anybody there until the vault locks, 1 to 90.
 */
lockAfterMinutes: number, 
/**
 * The same while an open session is on the screen: longer than a topic is talked about without a touch.
 */
lockInSessionMinutes: number, 
/**
 * Whether nothing locks by waiting while the screen is turned to the person.
 */
stayOpenTurned: boolean, 
/**
 * The monitor the turned screen goes to, as the shell names it; empty when nobody has chosen one.
 */
turnedMonitor: string, 
/**
 * Whom to call in a crisis here.
 */
crisis: CrisisContacts, 
/**
 * Services nearby.
 */
services: Array<Service>, 
/**
 * The clinic or service, as printed on paper; may be empty.
 */
site: string, 
/**
 * The keys that lead to a phase of a session.
 */
phaseKeys: PhaseKeys, 
/**
 * The dictionaries that spelling is checked with, such as `da_DK`; none when it is not checked.
 */
spelling: Array<string>, 
/**
 * Backups on a schedule.
 */
backup: BackupPlan, 
/**
 * Packets that were given a name.
 */
packets: Array<PacketTemplate>, 
/**
 * The format that notes are drafted in, unless another is chosen for one of them.
 */
noteFormat: NoteFormat, 
/**
 * Weeks a goal may stand still before step-by-step problem solving is offered for it, 1 to 52.
 */
stuckAfterWeeks: number, };

export type SettingsTrouble = "fromCopy" | "lost";

export type SheetCard = { 
/**
 * Names it.
 */
id: SheetId, 
/**
 * The topic it stands in.
 */
topic: TopicId, 
/**
 * The worksheet's title.
 */
title: string, 
/**
 * The goal it is about.
 */
about: GoalId | null, 
/**
 * The day it was started.
 */
madeOn: string, 
/**
 * Its first answered words, for telling copies apart; empty when there are none.
 */
firstWords: string, };

export type SheetId = string;

export type ShortTermGoal = { 
/**
 * Names it.
 */
id: ShortTermGoalId, 
/**
 * The words.
 */
words: string, 
/**
 * Where it stands.
 */
status: GoalStatus, 
/**
 * The day it was taken up; `None` where nobody said.
 */
startedOn: string | null, 
/**
 * The day it was reached.
 */
doneOn: string | null, 
/**
 * Steps, in order.
 */
steps: Array<Step>, };

export type ShortTermGoalId = string;

export type Side = "here" | "left" | "right" | "above" | "below";

export type SiteServices = { 
/**
 * Whom to reach in a crisis.
 */
crisis: Array<ServiceEntry>, 
/**
 * Services nearby.
 */
services: Array<ServiceEntry>, };

export type Skill = "coping" | "relapsePrevention" | "behaviouralTailoring" | "social";

export type Snippet = { 
/**
 * Names it.
 */
id: SnippetId, 
/**
 * The words.
 */
words: string, };

export type SnippetId = string;

export type Snippets = { 
/**
 * In the order they were kept.
 */
snippets: Array<Snippet>, };

export type SpendTime = { 
/**
 * Which.
 */
session: SessionId, 
/**
 * How long.
 */
seconds: number, };

export type Spot = [number, number];

export type Standing = { "kind": "holds" } | { "kind": "ahead", 
/**
 * Its first day.
 */
from: string, } | { "kind": "over", 
/**
 * Its last day.
 */
until: string, } | { "kind": "withdrawn", 
/**
 * On this day.
 */
on: string, };

export type StandsStill = { 
/**
 * Which.
 */
goal: GoalId, 
/**
 * The day it last moved, or was set.
 */
since: string, 
/**
 * Whole weeks since then.
 */
weeks: number, 
/**
 * How often it was talked about since; none at all is another thing than talk that led no further.
 */
talkedAbout: number, };

export type StartSession = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The day of the meeting, if it was held earlier; `None` for today.
 */
on: string | null, };

export type StartSheet = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The form, or the topic the worksheet stands in.
 */
topic: TopicId, 
/**
 * The worksheet; `None` for a form, whose copy covers the whole page.
 */
block: BlockId | null, 
/**
 * The goal it is about, if any.
 */
about: GoalId | null, 
/**
 * The copy before, whose answers are carried into this new version; it stays as it is.
 */
from: SheetId | null, };

export type StatementId = string;

export type Step = { 
/**
 * Names it.
 */
id: StepId, 
/**
 * What to do.
 */
words: string, 
/**
 * Who helps; empty for nobody.
 */
helper: string, 
/**
 * By when.
 */
byWhen: string | null, 
/**
 * What is needed for it.
 */
resources: string, 
/**
 * What could get in the way, and the answer to it.
 */
obstacle: string, 
/**
 * Where it stands.
 */
status: GoalStatus, 
/**
 * The day it was done.
 */
doneOn: string | null, };

export type StepBack = { 
/**
 * Whose record; `None` for the newest change of all.
 */
person: PersonId | null, };

export type StepId = string;

export type StillHere = { 
/**
 * Whether an open session is on the screen.
 */
inSession: boolean, };

export type Stopped = { 
/**
 * The last session.
 */
session: SessionId, 
/**
 * Its day.
 */
on: string, 
/**
 * Weeks since.
 */
weeks: number, 
/**
 * The last topic, in the person's language; empty where there was none.
 */
topic: string, 
/**
 * What was promised and not looked at yet.
 */
promises: Array<string>, 
/**
 * Goals that are being worked on.
 */
goals: Array<string>, 
/**
 * When the plan for hard times was last looked at.
 */
planOn: string | null, 
/**
 * What was to come next, as it was written down; may be empty.
 */
nextPlan: string, };

export type Stroke = { "kind": "move", 
/**
 * Where.
 */
to: Spot, } | { "kind": "line", 
/**
 * Where to.
 */
to: Spot, } | { "kind": "curve", 
/**
 * What it heads for at its start.
 */
from: Spot, 
/**
 * What it comes from at its end.
 */
by: Spot, 
/**
 * Where to.
 */
to: Spot, } | { "kind": "close" };

export type Supervision = { 
/**
 * Names it.
 */
id: SupervisionId, 
/**
 * The day.
 */
on: string, 
/**
 * What kind it was.
 */
kind: SupervisionKind, 
/**
 * How long it took, in minutes; `None` when nobody said.
 */
minutes: number | null, 
/**
 * How many practitioners met; `None` when nobody said.
 */
met: number | null, 
/**
 * Who met.
 */
who: string, 
/**
 * What was practised, such as a role play.
 */
practised: string, 
/**
 * What else is worth keeping.
 */
words: string, };

export type SupervisionDetails = { 
/**
 * The day.
 */
on: string, 
/**
 * What kind it was.
 */
kind: SupervisionKind, 
/**
 * How long it took, in minutes; `None` when nobody said.
 */
minutes: number | null, 
/**
 * How many practitioners met; `None` when nobody said.
 */
met: number | null, 
/**
 * Who met.
 */
who: string, 
/**
 * What was practised, such as a role play.
 */
practised: string, 
/**
 * What else is worth keeping.
 */
words: string, };

export type SupervisionId = string;

export type SupervisionKind = "supervision" | "course" | "training" | "observed";

export type SupervisionLog = { 
/**
 * The newest first.
 */
meetings: Array<Supervision>, 
/**
 * Units of 45 minutes of supervision in the last twelve months.
 */
units: number, 
/**
 * Days of a course, ever.
 */
courseDays: number, };

export type Supporter = { 
/**
 * Names them.
 */
id: SupporterId, 
/**
 * Their name.
 */
name: string, 
/**
 * What they are to the person, such as a sister.
 */
relation: string, 
/**
 * How to reach them, such as a telephone number.
 */
reach: string, 
/**
 * What the person says about them, verbatim.
 */
words: string, };

export type SupporterCard = { 
/**
 * Who.
 */
supporter: Supporter, 
/**
 * What they may see, be told and do today.
 */
may: Array<ConsentItem>, 
/**
 * Every consent there ever was, the newest first.
 */
consents: Array<ConsentCard>, 
/**
 * What was said to them and by them, the newest first.
 */
contacts: Array<Contact>, };

export type SupporterDetails = { 
/**
 * Their name.
 */
name: string, 
/**
 * What they are to the person, such as a sister.
 */
relation: string, 
/**
 * How to reach them, such as a telephone number.
 */
reach: string, 
/**
 * What the person says about them, verbatim.
 */
words: string, };

export type SupporterId = string;

export type Table = { 
/**
 * The title above it; empty when there is none.
 */
title: string, 
/**
 * The head of each column, that of the row names too.
 */
columns: Array<string>, 
/**
 * The rows, each with as many cells as there are columns.
 */
rows: Array<Array<Array<Inline>>>, };

export type TakeAwayEvent = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Which.
 */
event: EventId, };

export type TakeBack = { 
/**
 * Whose answers they are.
 */
person: PersonId, 
/**
 * The file.
 */
path: string, 
/**
 * Which answers, as they were looked at; `None` for all that differ.
 */
take: Array<TakenLine> | null, };

export type TakeEndingBack = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Which.
 */
ending: EndingId, };

export type Taken = { "kind": "number", 
/**
 * The day it was filled or measured.
 */
on: string, 
/**
 * The number.
 */
value: number, } | { "kind": "asTyped", 
/**
 * The day it was filled or measured.
 */
on: string, 
/**
 * What was typed.
 */
value: string, } | { "kind": "not", 
/**
 * Why.
 */
why: Missing, };

export type TakenField = { 
/**
 * The kind of entry, as the store calls it.
 */
table: string, 
/**
 * Which entry.
 */
row: string, 
/**
 * The value, likewise.
 */
field: string, 
/**
 * What stood here.
 */
ours: string, 
/**
 * What came.
 */
theirs: string, };

export type TakenLine = { 
/**
 * Its name in the form.
 */
name: string, 
/**
 * What stood in the record.
 */
now: string, 
/**
 * What came back.
 */
found: string, };

export type Technique = "connectWithGoals" | "promoteHope" | "prosAndCons" | "reframe" | "pastSuccess" | "reflectAmbivalence" | "interactiveTeaching" | "smallPieces" | "checkUnderstanding" | "reviewMaterial" | "reinforcement" | "shaping" | "modelling" | "rolePlay" | "cognitiveRestructuring" | "relaxation" | "problemSolving" | "gradedExposure";

export type TechniqueFamily = "motivational" | "educational" | "cognitiveBehavioural";

export type TextPlace = { "kind": "session", 
/**
 * Which.
 */
session: SessionId, } | { "kind": "goalReview", 
/**
 * In which.
 */
session: SessionId, 
/**
 * Of which.
 */
goal: GoalId, } | { "kind": "goal", 
/**
 * Which.
 */
goal: GoalId, } | { "kind": "shortTermGoal", 
/**
 * Which.
 */
goal: ShortTermGoalId, } | { "kind": "step", 
/**
 * Which.
 */
step: StepId, } | { "kind": "practice", 
/**
 * Which.
 */
practice: PracticeId, } | { "kind": "practiceReview", 
/**
 * Of which.
 */
practice: PracticeId, } | { "kind": "supporter", 
/**
 * Which.
 */
supporter: SupporterId, } | { "kind": "answer", 
/**
 * To what.
 */
key: AnswerKey, } | { "kind": "section", 
/**
 * Of which.
 */
note: NoteId, 
/**
 * Which.
 */
section: NoteSectionKind, };

export type Theme = "system" | "light" | "dark";

export type TimelineCount = { 
/**
 * Which kind.
 */
kind: TimelineKind, 
/**
 * How many.
 */
count: number, };

export type TimelineItem = { 
/**
 * Names it among all on the line.
 */
key: string, 
/**
 * The day.
 */
on: string, 
/**
 * What.
 */
what: Happened, };

export type TimelineKind = "session" | "missed" | "note" | "statement" | "goal" | "promise" | "sheet" | "result" | "contact" | "event" | "ending" | "handOff";

export type TimelineView = { 
/**
 * What happened, newest first.
 */
items: Array<TimelineItem>, 
/**
 * How many there are of the kinds that were asked for.
 */
count: number, 
/**
 * How many there are of each kind, those of which there is anything.
 */
kinds: Array<TimelineCount>, };

export type Timestamp = { 
/**
 * Milliseconds since 1970-01-01T00:00:00Z.
 */
millis: number, 
/**
 * Minutes east of UTC at the place and moment of writing.
 */
offset: number, };

export type TitledTopic = { 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * Its title.
 */
title: string, 
/**
 * The title of its module.
 */
module: string, };

export type TodayMeeting = { 
/**
 * Who.
 */
person: PersonCard, 
/**
 * When, if a time was agreed.
 */
at: string | null, 
/**
 * Which meeting it will be, from 1.
 */
number: number, 
/**
 * What was promised last time, newest first.
 */
promised: Array<string>, 
/**
 * What comes next in the course.
 */
next: NextTopic | null, 
/**
 * Their session of today, to be resumed.
 */
openSession: SessionId | null, };

export type TodayView = { 
/**
 * The day.
 */
day: string, 
/**
 * Who comes today, by time, then sessions of today without an appointment.
 */
meetings: Array<TodayMeeting>, 
/**
 * Groups that usually meet today, or do.
 */
groups: Array<GroupCard>, 
/**
 * Meetings of groups of an earlier day that nobody closed or said anything of, the oldest first.
 */
groupsLeft: Array<GroupLeft>, 
/**
 * Sessions of an earlier day that are still open, the oldest first; those in a group's meeting stand with it.
 */
leftOpen: Array<SessionCard>, 
/**
 * The first meetings whose day went by with no session and no word, oldest first.
 */
missed: Array<MissedMeeting>, 
/**
 * Who comes in the next seven days.
 */
soon: Array<ComingMeeting>, 
/**
 * The first notes still to be signed, oldest first.
 */
unsigned: Array<NoteCard>, 
/**
 * The first closed sessions without a note, oldest first.
 */
withoutNote: Array<SessionCard>, 
/**
 * The first signed notes that have not been handed over, oldest first.
 */
notHandedOff: Array<NoteCard>, 
/**
 * Plans whose day to be looked at again has come, the longest due first.
 */
plansDue: Array<DuePlan>, 
/**
 * How many of each there are.
 */
waiting: Waiting, 
/**
 * What outcome plans ask for now, by name.
 */
outcomes: Array<OutcomeDue>, 
/**
 * The last backup.
 */
lastBackup: Timestamp | null, 
/**
 * What kept the schedule from its last one.
 */
backupTrouble: BackupTrouble | null, 
/**
 * How many people there are, so that an empty day and an empty vault can be told apart.
 */
people: number, };

export type TopicCovered = { 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * How far it was covered.
 */
depth: Depth, 
/**
 * The pack.
 */
pack: PackId, 
/**
 * Its version.
 */
packVersion: string, };

export type TopicId = string;

export type TopicOnMap = { 
/**
 * Names it.
 */
id: TopicId, 
/**
 * Its number, such as "1.2".
 */
number: string, 
/**
 * Its title.
 */
title: string, 
/**
 * How far it was covered; `None` when not met yet.
 */
depth: Depth | null, 
/**
 * When it was last met.
 */
lastOn: string | null, 
/**
 * How deep it went, in whatever else the record knows of it.
 */
reached: Reached, };

export type TopicPage = { 
/**
 * Which topic.
 */
topic: TopicId, 
/**
 * In which language; falls back to the pack's first.
 */
language: Lang, 
/**
 * In which course, for its number.
 */
course: CourseId, 
/**
 * Whose answers to show; `None` for a blank page.
 */
person: PersonId | null, };

export type TopicToTake = { 
/**
 * Which.
 */
topic: TopicId, 
/**
 * Its title, in the person's language.
 */
title: string, 
/**
 * Whether it was worked on.
 */
met: boolean, };

export type Touched = { 
/**
 * The person; `None` when it is about the vault itself.
 */
person: PersonId | null, 
/**
 * The parts; empty when nothing differs from before.
 */
areas: Array<Area>, };

export type TrackChoice = { 
/**
 * Names it.
 */
id: TrackId, 
/**
 * Its title.
 */
title: string, };

export type TrackId = string;

export type TurnBack = { 
/**
 * The PIN.
 */
pin: SecretText, };

export type TurnScreen = { 
/**
 * The session.
 */
session: SessionId, 
/**
 * The topic, or the form that the copy is of.
 */
topic: TopicId, 
/**
 * The copy of an instrument that the person rates; `None` for a topic.
 */
sheet: SheetId | null, };

export type TurnToRoom = { 
/**
 * In which meeting.
 */
meeting: MeetingId, 
/**
 * The topic.
 */
topic: TopicId, };

export type TurnedAnswer = { 
/**
 * Where it belongs; must be on the page shown.
 */
key: AnswerKey, 
/**
 * What was answered; `None` or empty takes it back.
 */
value: AnswerValue | null, };

export type TurnedBack = { 
/**
 * Whether it was; when not, the turned screen stays.
 */
back: boolean, 
/**
 * Seconds to wait before the next try; 0 when none.
 */
waitSeconds: number, 
/**
 * Whether that was one too many, so that the vault has locked.
 */
locked: boolean, };

export type TurnedTo = { 
/**
 * The person's first name; empty for a room.
 */
firstName: string, 
/**
 * The identity colour.
 */
colour: number, };

export type TurnedView = { 
/**
 * The page.
 */
document: Document, 
/**
 * The person's first name; empty when it is shown to a room, which cannot answer on it.
 */
firstName: string, 
/**
 * The identity colour.
 */
colour: number, 
/**
 * The language of the person's pages.
 */
language: Lang, };

export type Twice = { 
/**
 * What they are called.
 */
name: string, 
/**
 * The line of the file they stand on; `None` when they are in the vault.
 */
line: number | null, 
/**
 * Whether the record number is the same; else the name.
 */
sameNumber: boolean, };

export type UndoLine = { 
/**
 * What undo would take back (the page has the words); `None` when nothing.
 */
undo: UndoStep | null, 
/**
 * What redo would bring back.
 */
redo: UndoStep | null, };

export type UndoStep = { 
/**
 * What it was, as a stable name (the page has the words).
 */
op: string, 
/**
 * Whose record it is in.
 */
person: PersonId | null, 
/**
 * What that person is called; empty when it is nobody's, and when taking it back took them away.
 */
name: string, 
/**
 * When it was done.
 */
at: Timestamp, };

export type Unlock = { 
/**
 * The passphrase.
 */
passphrase: SecretText, };

export type UnlockWithRecoveryCode = { 
/**
 * The code as typed from its paper.
 */
code: SecretText, };

export type VaultCheck = { 
/**
 * Whether the file is encrypted, by the start-up proof.
 */
encrypted: boolean, 
/**
 * SQLCipher's version.
 */
cipherVersion: string, 
/**
 * Whether nothing at all was found.
 */
whole: boolean, 
/**
 * The first entry of the audit chain that is not what was written there.
 */
auditBrokenAt: number | null, 
/**
 * The first link in the chain of signed notes and addenda that is not what was signed.
 */
notesBrokenAt: number | null, 
/**
 * Whether the file answers somebody without the key.
 */
opensWithoutKey: boolean, 
/**
 * Bytes in a page of the file.
 */
pageSize: number, 
/**
 * What seals each page against change; empty when nothing does.
 */
pageMac: string, 
/**
 * Whether pages lie on the disk as every vault promises: of that size, all encrypted, each sealed.
 */
pagesAsPromised: boolean, 
/**
 * Mebibytes of memory that a guess at the passphrase takes.
 */
guessMib: number, 
/**
 * When the last backup was made.
 */
lastBackup: Timestamp | null, 
/**
 * How many of the two copies of the key header can be read.
 */
headerCopies: number, 
/**
 * What was found wrong at an opening and nobody has acknowledged yet, oldest first.
 */
opening: Array<Finding>, 
/**
 * The end of the audit trail, which stands for everything in the vault.
 */
chain: ChainTip, 
/**
 * People in the vault.
 */
people: number, 
/**
 * Entries in the audit chain.
 */
auditEntries: number, 
/**
 * Signed notes.
 */
signedNotes: number, 
/**
 * What SQLite and SQLCipher found in the file, one line each, in their words.
 */
findings: Array<string>, };

export type VaultCreated = { 
/**
 * The recovery code, shown and printed once and kept nowhere.
 */
recoveryCode: string, 
/**
 * Where the program stands now.
 */
state: AppState, };

export type VaultState = { "kind": "none" } | { "kind": "locked" } | { "kind": "open", 
/**
 * Who keeps it.
 */
practitioner: Practitioner, 
/**
 * Whether it holds the made-up sample caseload.
 */
sample: boolean, 
/**
 * Whether it was opened with the recovery code, so that a new passphrase is asked first.
 */
openedByRecovery: boolean, 
/**
 * What was found wrong at an opening and nobody has acknowledged yet, oldest first.
 */
findings: Array<Finding>, 
/**
 * The end of the audit trail, which stands for everything in the vault; signed paper shows its own.
 */
chain: ChainTip, 
/**
 * Whether a PIN for the turned screen is set.
 */
hasPin: boolean, 
/**
 * Why nothing can be saved at the moment; everything can be read.
 */
cannotWrite: CannotWrite | null, 
/**
 * To whom the screen is turned; `None` when it is not.
 */
turned: TurnedTo | null, 
/**
 * For how many seconds it had been locked when it was opened; 0 after a start of the program.
 */
lockedFor: number, };

export type Waiting = { 
/**
 * Notes still to be signed.
 */
unsigned: number, 
/**
 * Closed sessions without a note.
 */
withoutNote: number, 
/**
 * Signed notes that have not been handed over.
 */
notHandedOff: number, 
/**
 * Meetings of which nobody has said what happened.
 */
missed: number, 
/**
 * Where counting ends: this many means this many or more.
 */
countedTo: number, };

export type Weighed = { 
/**
 * The task that is worth doing if nothing else gets done.
 */
matters: BlockId, 
/**
 * The blocks that are “more, if you like”: they stand under these words, and a short edition leaves them out.
 */
more: Array<BlockId>, };

export type WhatHappened = { "kind": "came" } | { "kind": "cancelled", 
/**
 * Why; may be empty.
 */
reason: string, } | { "kind": "noShow", 
/**
 * Why, if it is known; may be empty.
 */
reason: string, } | { "kind": "moved", 
/**
 * To when; `None` when that is not agreed yet.
 */
to: string | null, 
/**
 * Why; may be empty.
 */
reason: string, } | { "kind": "notAgreed" };

export type WhereWereWe = { 
/**
 * Nothing where the last session was not long ago, and before the first.
 */
stopped: Stopped | null, 
/**
 * The end of the course, where nobody has met since.
 */
ended: Ending | null, };

export type WhichNotes = { 
/**
 * Of sessions on this day and later.
 */
from: string, 
/**
 * Of sessions on this day and earlier.
 */
until: string, 
/**
 * Only those that were not handed over yet.
 */
waiting: boolean, };

export type Why = "first" | "goOn" | "nextInModule" | "nextModule";

export type WithdrawConsent = { 
/**
 * Who gave it.
 */
person: PersonId, 
/**
 * Which.
 */
consent: ConsentId, 
/**
 * The day; from it on nothing of it holds.
 */
on: string, };

export type Wording = "own" | "paraphrase" | "licensed";

export type WorklistView = { 
/**
 * The day.
 */
day: string, 
/**
 * Meetings of groups of an earlier day that nobody closed or said anything of.
 */
groupsLeft: Array<GroupLeft>, 
/**
 * Sessions of an earlier day that are still open; those in a group's meeting stand with it.
 */
leftOpen: Array<SessionCard>, 
/**
 * Meetings of which nobody has said what happened.
 */
missed: Array<MissedMeeting>, 
/**
 * Closed sessions without a note.
 */
withoutNote: Array<SessionCard>, 
/**
 * Notes still to be signed.
 */
unsigned: Array<NoteCard>, 
/**
 * Signed notes that wait for a co-signature.
 */
toCoSign: Array<NoteCard>, 
/**
 * Signed notes that have not been handed over.
 */
notHandedOff: Array<NoteCard>, 
/**
 * Plans whose day to be looked at again has come.
 */
plansDue: Array<DuePlan>, 
/**
 * Where each list ends: this many means this many or more.
 */
countedTo: number, };

export type WorksheetPart = { "kind": "field", 
/**
 * The field.
 */
field: Field, } | { "kind": "group", 
/**
 * Names the group.
 */
id: FieldId, 
/**
 * The title of the table; empty when there is none.
 */
title: string, 
/**
 * How many rows are shown at least and printed on a blank page, 1 to 12.
 */
rows: number, 
/**
 * The columns.
 */
fields: Array<Field>, 
/**
 * Whether the rows are a table or cards, worked out by [`WorksheetPart::group`].
 */
layout: GroupLayout, };

export type WorksheetPlace = { 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * The worksheet in it.
 */
block: BlockId, };

export type WriteNote = { 
/**
 * Which note.
 */
note: NoteId, 
/**
 * Which section.
 */
section: NoteSectionKind, 
/**
 * The text as it now stands; `None` leaves it.
 */
text: string | null, 
/**
 * The judgement as it now stands; `None` leaves it.
 */
judgement: string | null, 
/**
 * Whether carried-over text in it is confirmed; `None` leaves it.
 */
confirmed: boolean | null, };

export type WriteToSupporter = { 
/**
 * Who writes.
 */
person: PersonId, 
/**
 * To whom.
 */
supporter: SupporterId, };

export type Written = "text" | "judgement";

/** Every command with its request and its answer. */
export type Commands = {
  app_state: [Nothing, AppState];
  passphrase_strength: [PassphraseToJudge, PassphraseStrength];
  create_vault: [CreateVault, VaultCreated];
  unlock: [Unlock, AppState];
  unlock_with_recovery_code: [UnlockWithRecoveryCode, AppState];
  lock: [Nothing, AppState];
  still_here: [StillHere, Nothing];
  change_passphrase: [ChangePassphrase, Change];
  packs: [Nothing, PacksView];
  install_pack: [InstallPack, PacksView];
  remove_pack: [RemovePack, PacksView];
  change_settings: [ChangeSettings, AppState];
  accept_settings: [Nothing, AppState];
  change_practitioner: [ChangePractitioner, Change];
  set_pin: [SetPin, Change];
  check_vault: [Nothing, VaultCheck];
  self_test: [OfSelfTest, SelfTest];
  back_up: [BackUp, BackupMade];
  acknowledge: [Acknowledge, Change];
  new_data_key: [NewDataKey, NewKeyMade];
  plan_restore: [Restore, RestorePlan];
  restore: [Restore, AppState];
  leave_sample: [Nothing, AppState];
  undo_line: [StepBack, UndoLine];
  undo: [StepBack, Change];
  redo: [StepBack, Change];
  fresh_ids: [FreshIds, Ids];
  drafts: [Nothing, Drafts];
  keep_draft: [KeepDraft, DraftKept];
  hold: [Hold, Nothing];
  hold_turned: [Hold, Nothing];
  take_held: [Nothing, Held];
  today: [Nothing, TodayView];
  worklist: [Nothing, WorklistView];
  people: [Nothing, PeopleView];
  courses_of: [OfPeople, PeopleCourses];
  person: [OfPerson, PersonView];
  look_back: [LookBack, TimelineView];
  search: [Search, SearchView];
  add_person: [AddPerson, Change];
  look_at_caseload: [LookAtCaseload, CaseloadView];
  import_caseload: [ImportCaseload, Change];
  edit_person: [EditPerson, Change];
  erase_person: [ErasePerson, ErasureReceipt];
  record_statement: [RecordStatement, Change];
  set_goal: [SetGoal, Change];
  save_supporter: [SaveSupporter, Change];
  give_consent: [GiveConsent, Change];
  withdraw_consent: [WithdrawConsent, Change];
  add_contact: [AddContact, Change];
  write_to_supporter: [WriteToSupporter, Change];
  earlier_texts: [AskEarlier, EarlierTexts];
  ending: [OfPerson, EndingView];
  end_course: [EndCourse, Change];
  take_ending_back: [TakeEndingBack, Change];
  save_booster: [SaveBooster, Change];
  remove_booster: [RemoveBooster, Change];
  due_boosters: [Nothing, DueBoosters];
  where_were_we: [OfPerson, WhereWereWe];
  mirror: [AskMirror, MirrorView];
  answer_mirror: [AnswerMirror, Change];
  supervision_log: [Nothing, SupervisionLog];
  save_supervision: [SaveSupervision, Change];
  remove_supervision: [RemoveSupervision, Change];
  events: [OfPerson, EventsView];
  save_event: [SaveEvent, Change];
  take_away_event: [TakeAwayEvent, Change];
  outcomes: [OfPerson, OutcomesView];
  follow_plan: [FollowPlan, Change];
  leave_plan: [LeavePlan, Change];
  key_measure: [KeyMeasure, Change];
  key_in_copy: [KeyInCopy, Change];
  answer: [AnswerField, Change];
  start_sheet: [StartSheet, Change];
  save_plan_copy: [SavePlanCopy, Change];
  add_rehearsal: [AddRehearsal, Change];
  set_review_day: [SetReviewDay, Change];
  open_sheet: [OpenSheet, PageView];
  forms: [OfPerson, FormsView];
  open_form: [OpenForm, Change];
  topic_page: [TopicPage, PageView];
  guide_page: [GuidePage, PageView];
  catalogue: [Nothing, Catalogue];
  start_session: [StartSession, Change];
  session: [OfSession, SessionView];
  session_record: [OfSession, SessionRecord];
  record_in_session: [RecordInSession, Change];
  spend_time: [SpendTime, Nothing];
  close_session: [CloseSession, Change];
  reopen_session: [OfSession, Change];
  discard_session: [DiscardSession, Change];
  say_what_happened: [SayWhatHappened, Change];
  practitioners: [Nothing, Practitioners];
  save_practitioner: [SavePractitioner, Change];
  set_leaders: [SetLeaders, Change];
  groups: [Nothing, GroupsView];
  group: [OfSeries, GroupView];
  save_group: [SaveGroup, Change];
  save_member: [SaveMember, Change];
  open_group_meeting: [OpenGroupMeeting, Change];
  group_meeting: [OfMeeting, GroupMeetingView];
  plan_group_meeting: [PlanGroupMeeting, Change];
  say_who_came: [SayWhoCame, Change];
  cover_topic: [CoverTopic, Change];
  close_group_meeting: [CloseGroupMeeting, Change];
  discard_group_meeting: [DiscardGroupMeeting, Change];
  turn_screen_to_room: [TurnToRoom, TurnedView];
  turn_screen: [TurnScreen, TurnedView];
  turned_page: [Nothing, TurnedView];
  turned_answer: [TurnedAnswer, Change];
  turn_back: [TurnBack, TurnedBack];
  draft_note: [DraftNote, Change];
  note: [OfNote, NoteView];
  write_note: [WriteNote, Change];
  redraft_note: [OfNote, Change];
  set_note_format: [SetNoteFormat, Change];
  place_earlier: [PlaceEarlier, Change];
  note_likenesses: [OfNote, Likenesses];
  snippets: [Nothing, Snippets];
  save_snippet: [SaveSnippet, Change];
  sign_note: [OfNote, Change];
  add_addendum: [AddAddendum, Change];
  co_sign_note: [CoSignNote, Change];
  hand_off: [Nothing, HandOffView];
  look_through_ledger: [LookThroughLedger, LedgerView];
  save_ledger: [SaveLedger, PaperSaved];
  recipients: [ForWhom, Recipients];
  preview: [MakePaper, Preview];
  save_paper: [SavePaper, PaperSaved];
  save_record: [SaveRecord, PaperSaved];
  save_folder: [SaveFolder, FilesSaved];
  save_evaluation: [SaveEvaluation, FilesSaved];
  save_notes: [SaveNotes, NotesSaved];
  save_archive: [SaveArchive, PaperSaved];
  plan_archive: [OpenArchive, ArchivePlan];
  merge_archive: [MergeArchive, Change];
  save_each: [SaveEach, EachSaved];
  read_back_plan: [ReadBack, CameBack];
  read_back: [TakeBack, Change];
  making_paper: [Nothing, MakingPaper];
  stop_paper: [Nothing, Nothing];
  print_paper: [PrintPaper, PaperPrinted];
  save_recovery_sheet: [SaveRecoverySheet, PaperSaved];
  print_recovery_sheet: [PrintRecoverySheet, PaperPrinted];
  leave: [Nothing, Nothing];
  stay: [Nothing, Nothing];
  begin_anew: [Nothing, Nothing];
  monitors: [Nothing, Monitors];
  dictionaries: [Nothing, Dictionaries];
  choose_folder: [Nothing, Chosen];
  choose_file: [Nothing, Chosen];
  manual: [OfManual, ManualView];
  site_services: [Nothing, SiteServices];
  help_now: [Nothing, Settings];
};
