"""Irregular forms of English words, which no stemmer brings together: "took" is "take".

Forms that are common words of their own ("ground", "left", "saw", "lay", "bound") are left out
where the other word is likelier in news.
"""

_VERBS = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became;
begin began begun; bend bent; bid bade bidden; bite bit bitten; bleed bled; blow blew blown;
break broke broken; breed bred; bring brought; build built; burn burnt; buy bought;
catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug;
draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten;
fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew flown;
forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone;
grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; know knew known;
lead led; learn learnt; leap leapt; lend lent; light lit; lose lost; make made; mean meant;
meet met; mistake mistook mistaken; outdo outdid outdone; overcome overcame;
oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown; pay paid;
prove proven; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see seen;
seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; show shown;
shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid;
speak spoke spoken; speed sped; spend spent; spin spun; spring sprang sprung; stand stood;
steal stole stolen; stick stuck; strike struck stricken; strive strove striven;
swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken; teach taught;
tear tore torn; tell told; think thought; throw threw thrown; undergo underwent undergone;
understand understood; undertake undertook undertaken; undo undid undone; uphold upheld;
wake woke woken; wear wore worn; weave wove woven; weep wept; win won;
withdraw withdrew withdrawn; withhold withheld; withstand withstood; write wrote written
"""
_NOUNS = """
man men; woman women; child children; foot feet; tooth teeth; mouse mice; goose geese;
wife wives; life lives; knife knives; leaf leaves; wolf wolves; half halves; loaf loaves;
thief thieves; crisis crises; basis bases; analysis analyses; hypothesis hypotheses;
thesis theses; criterion criteria; phenomenon phenomena; medium media; index indices;
spokesman spokesmen; spokeswoman spokeswomen; congressman congressmen; gunman gunmen;
fisherman fishermen; policeman policemen; fireman firemen; businessman businessmen;
lawmaker lawmakers; chairman chairmen; salesman salesmen; workman workmen
"""

LEMMAS = {
    form: group.split()[0]
    for groups in (_VERBS, _NOUNS, "bad worse worst; die dying")
    for group in groups.split(";")
    for form in group.split()[1:]
}
"""The plain form of each irregular one, in lower case."""
