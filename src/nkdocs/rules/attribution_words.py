"""The words by which English tells who said something: verbs, those who speak, those who do not."""

from typing import Final

__all__ = [
    "ABSTRACT",
    "DECLARING",
    "ED_VERBS",
    "GROUP_WORDS",
    "LONE_OUTLETS",
    "MONTHS",
    "NEWSROOM_WORDS",
    "NOT_PEOPLE",
    "NO_NAME_WORDS",
    "NO_SUBJECTS",
    "OBJECTS",
    "PAPERS",
    "PEOPLE",
    "PRESENT_VERBS",
    "SOUNDING",
    "STOPPERS",
    "SURNAMES",
    "TITLES",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs in "ed"; "said", "told" and the present forms are looked for by themselves.
ED_VERBS: Final = _words(
    """
    added noted reported claimed stressed emphasized emphasised confirmed revealed continued warned argued announced
    stated explained complained recalled predicted disclosed testified lamented remarked commented asserted alleged
    insisted suggested estimated acknowledged recounted relayed speculated declared mentioned concluded observed
    denied admitted indicated maintained quoted cited informed answered replied contended cautioned conceded hinted
    reasoned reiterated joked sighed whispered countered opined remembered clarified elaborated confided confessed
    reckoned underscored underlined proclaimed boasted vowed believed murmured shouted cried grumbled asked agreed
    laughed chuckled muttered quipped snapped scoffed fumed protested pleaded mused retorted wailed moaned shrugged
    described
    """
)
# What is said now, told by what follows or by a quotation beside it.
PRESENT_VERBS: Final = _words(
    """
    say tell add note report claim stress emphasize emphasise confirm reveal continue warn argue announce state explain
    complain recall predict disclose lament remark comment assert allege insist suggest estimate acknowledge recount
    declare mention conclude observe admit indicate maintain answer reply contend caution concede hint reason reiterate
    joke sigh counter remember clarify believe write grumble whisper boast mutter vow swear fear suspect confide reckon
    """
)
# By these anybody may be the source of a statement that "that" or a quotation follows.
DECLARING: Final = _words(
    """
    announced claimed warned insisted argued stressed emphasized emphasised admitted acknowledged lamented predicted
    boasted asserted alleged contended testified denied conceded cautioned declared confided grumbled sighed
    """
)
# These are sounds before they are words: they tell of a statement only beside a quotation, or with "that".
SOUNDING: Final = _words(
    """
    laughed chuckled muttered quipped snapped scoffed fumed protested pleaded mused retorted wailed moaned shrugged
    sighed whispered murmured shouted cried grumbled joked
    """
)
# Those who are sources wherever they are the subject: singular or plural.
PEOPLE: Final = _words(
    """
    people partner partners stringer stringers contributor contributors source sources official officials
    resident residents defector defectors refugee refugees escapee escapees
    expert experts analyst analysts observer observers trader traders diplomat diplomats spokesman spokeswoman
    spokesperson spokesmen researcher researchers professor scholar scholars economist historian journalist
    reporter reporters correspondent activist activists broker brokers smuggler smugglers merchant merchants
    vendor vendors cadre cadres officer officers soldier soldiers guard guards worker workers farmer farmers
    student students teacher teachers doctor doctors witness witnesses insider insiders informant informants
    contact contacts representative representatives minister president secretary director chairman ambassador
    envoy lawmaker lawmakers legislator negotiator delegate delegates adviser advisor aide aides leader leaders
    authorities commentator critic critics visitor visitors tourist tourists interviewee interviewees trafficker
    driver drivers fisherman citizen citizens locals nationals veteran veterans engineer engineers scientist
    scientists missionary pastor businessman businesswoman businessmen manager managers employee employees
    consultant investigator strategist strategists groups campaigners advocates survivors fishermen miners sailors
    women men parents families police troops inmates prisoners shoppers customers buyers sellers peddlers
    passengers conscripts recruits inspectors couriers labourers laborers lawyer lawyers economists historians
    professors academics commentators investigators prosecutor prosecutors neighbor neighbour neighbors neighbours
    relative relatives member members mayor governor governors herder herders sailor miner fisherwoman prisoner inmate
    detainee detainees survivor watchman peddler seller shopper customer passenger conscript recruit inspector courier
    labourer laborer commander commanders captain nurse nurses cook cooks tailor mechanic electrician accountant
    villager villagers townspeople returnee returnees migrant migrants nun monk priest priests translator interpreter
    volunteer volunteers columnist columnists editor editors author authors analyst premier chancellor senator
    person persons colleague colleagues friend friends acquaintance acquaintances eyewitness eyewitnesses housewife
    housewives shopkeeper shopkeepers stallholder stallholders policeman policemen rapporteur rapporteurs
    congressman congresswoman parliamentarian negotiators legislators envoys ambassadors ministers directors
    """
)
# What stands for those who wrote it.
PAPERS: Final = _words(
    """
    paper newspaper daily weekly magazine broadcaster agency outlet media press report reports statement dispatch
    commentary survey study analysis editorial poll ministry government newswire service website channel army regime
    military organization organisation foundation institute group union network committee party company
    commission bureau
    court council team federation association charity panel coalition embassy consulate office station police daily
    """
)
# Any "the ... said" may have somebody for its subject, but for these.
NOT_PEOPLE: Final = _words(
    """
    message messages sign signs notice letter letters order orders law laws rumor rumors rumour rumours story
    stories document documents material materials lecture lectures directive directives decree decrees edict text
    texts line words word rule rules bible clock map poster posters slogan slogans meeting thing things way song
    article law constitution contract tradition legend proverb saying evidence data figures label banner book books
    signboard memo pamphlet leaflet plaque inscription receipt certificate card ticket tag verse page chapter form
    calendar screen voice heart point problem truth fact regulation regulations policy speech plan plans
    """
)
# What one can act "according to" without its having spoken.
ABSTRACT: Final = _words(
    """
    plan plans schedule law laws rule rules custom need needs ability size rank order orders regulation regulations
    output weight age policy principle principles tradition taste season weather price prices demand number state
    """
)
TITLES: Final = _words(
    """
    Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Prof. Gen. Col. Lt. Rep. Sen. Gov. President Minister Professor Director Chairman
    Secretary General Colonel Ambassador Comrade Marshal Premier Pastor Reverend Rev. Foreign Defense Defence
    Unification Deputy Vice Prime First Former Chief Senior Spokesman Spokeswoman Analyst Researcher Sir Lady
    Captain Commandant Major Admiral Commander Lieutenant Sergeant Brigadier Rear Judge Justice Mayor Governor
    Senator Representative King Queen Prince Princess Pope Father Sister Brother
    """
)
SURNAMES: Final = _words(
    """
    Kim Lee Park Choi Choe Jung Jong Jeong Kang Cho Jo Yoon Yun Jang Chang Lim Rim Han Oh Seo So Shin Sin Kwon Hwang
    Ahn An Song Yoo Ryu Yu Hong Jeon Jon Ko Go Moon Mun Yang Ryang Son Sohn Bae Pae Baek Paek Heo Ho Nam Shim Sim
    Noh Roh Ha Kwak Sung Cha Joo Ju Woo U Koo Ku Ri Pak Rhee Hyon Hyun Tae Thae Ji Chi Om Eom Won Chae Chon Cheon
    Pang Bang
    """
)
# A name with one of these words is a body's, and no place.
GROUP_WORDS: Final = _words(
    """
    Ministry Department Bureau Agency Office Committee Commission Council Institute Center Centre University College
    Foundation Association Organization Organisation Union Party Assembly Parliament Government Army Navy Force
    Forces Police Court Bank Fund Programme Program Group Company Corporation Corp Inc Ltd Network Society
    Federation League Board Authority Service Services Staff House Embassy Consulate Cabinet Politburo Division Unit
    Command Guard Front Watch Amnesty International Nations UN WFP UNICEF NGO Alliance Coalition Academy School
    Hospital Red Cross Chiefs Administration Headquarters Secretariat Security Intelligence Trust Forum Church
    Panel Delegation Team Brigade Corps State Workers National Korean Chinese Russian Japanese American
    """
)
NEWSROOM_WORDS: Final = _words(
    """
    Daily News Times Post Press Herald Radio Ledger Television TV Broadcasting Journal Gazette Observer Tribune
    Weekly Review Telegraph Chronicle Courier Dispatch NK Focus Sinmun Shinmun Ilbo Voice Media Magazine Service
    Mail Guardian Shimbun Sinbo Shinbo Xinwen Ribao Bao Gazeta Zeitung Figaro Monde Newsweek Pravda Hankook Kyunghyang
    """
)
LONE_OUTLETS: Final = _words(
    """
    KCNA RFA VOA NK News Yonhap Reuters AFP AP Xinhua Kyodo KBS MBC SBS YTN BBC CNN NHK TASS Tass ASIAPRESS
    AsiaPress Newsis DailyNK Chosun JoongAng Donga Dong-A Hankyoreh Rodong Asahi Yomiuri Mainichi Sankei KCTV NKnews
    Uriminzokkiri Agence CCTV UPI Bloomberg Rimjin-gang NPR
    """
)
# To whom one tells who is no newsroom by name.
OBJECTS: Final = _words(
    """
    reporters reporter journalists lawmakers us parliament correspondents legislators delegates press media
    newspaper paper magazine radio television station network
    """
)
MONTHS: Final = _words(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)
# Capitalised words that are no part of a person's name.
NO_NAME_WORDS: Final = _words(
    """
    North South East West Korea Korea's Province City County River The A An In On At But And Central Northern
    Southern  New Great World Border Foreign Peninsula Sea Mount Mountain Street Road Market Hall Square Palace
    Hotel Airport  Project Human Rights Global Asian European Western Eastern Juche Dear Supreme Eternal Special
    Local State-run  All Some Many Most Several Multiple Two Three One Another According However Meanwhile Workers’
    Workers' Japan China  Russia America Europe Asia Island Valley Bridge Station Train Plan Act Law Agreement Day
    Year
    """
)
# Words right before a verb that make it no statement of a source: pronouns, modals, negations, the verb itself.
NO_SUBJECTS: Final = _words(
    """
    he she it they we I you He She It They We You who Who what to not never was were is are be been being would
    could should might may must will can did do does of the a an and or said told say says
    """
)
# Words that no noun phrase goes on with: conjunctions, prepositions, auxiliaries, pronouns.
STOPPERS: Final = _words(
    """
    a about after also an and are as at be because been before being but by can could did do does for from had has
    have he her him how i if in into is it like might near never no nor not of on or over she should so than that
    the them then there they to under was we were what when where which while who whose why will with within would
    you surnamed named nicknamed
    """
)
