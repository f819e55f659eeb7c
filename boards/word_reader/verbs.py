"""Verbs with which actions begin; used to tell "Ann to send …" from "Send … to Ann"."""

_WORDS = """
accept access act add address adopt advertise advise agree alert align allocate allow amend
analyse announce answer apply appoint approach approve arrange ascertain ask assemble assess
assign assist assume attach attend audit authorise avoid await bake be begin bid book boost
borrow break brief bring broaden build buy calculate call calm cancel capture carry cascade
catch chair challenge champion change characterise chase check choose circulate claim clarify
classify clean clear close co-ordinate coach collate collect combine come commission communicate
compare compile complete comply concentrate conduct confirm congratulate connect consider
consolidate construct consult contact continue contribute convene convert cook coordinate copy
cost count cover create cross-reference customise cut deal debate decide decorate dedicate defer
define delegate delete deliver demonstrate depict deputise describe design determine develop
devise direct disc discuss dispatch display disseminate distribute do donate double double-check
draft draw drive drop e-mail earn eat edit elect eliminate email embed employ empower enable
encompass encourage endorse engage enhance enlist enquire enrol ensure enter escalate establish
evaluate examine exchange expand expedite explain explore express extend facilitate feed
feedback fetch file fill finalise find finish fix flag follow form formalise format formulate
forward foster fund gain gather get give go grow guide hand handle harness have hear help
highlight hire hold host identify illustrate implement improve inc include incorporate inform
initiate input inquire insert inspect install instruct integrate interview introduce invent
investigate invite involve issue itemise join justify keep knit laminate launch lay lead learn
leave lend let liaise lift link list listen loan lobby locate log look loop maintain make manage
manufacture map mark maximise measure meet mend mention mentor merge minimise monitor motivate
move name negotiate nominate note notify nudge nurture observe obtain offer open operate order
organise organize originate outline oversee own paint pair participate pass pay perform persist
persuade phase phone photocopy pick pilot place plan play plead pop post practice practise
prepare present preserve press print prioritise proceed procure produce progress promote prompt
propose protect provide publicise publish pull purchase pursue push put query quote raise rally
re-advertise re-check re-issue re-send re-visit re-write read realise rearrange recall receive
recheck recirculate recommend reconfirm reconsider reconvene record recover recruit redesign
redirect redistribute redraft reduce refer refine reflect refresh regenerate register rehearse
reinforce reissue relaunch relay rely remain remedy remind remove rename renegotiate renew rent
reopen reorganise repair repeat replace replicate reply report represent request reschedule
research resend reserve resolve respond restart restore restructure retain retrieve return
review revise revisit reword rewrite ring roll rotate run safeguard sample save say scan
schedule scope search secure see seek select sell send separate serve set settle sew shadow
shape share shift shortlist show sign signpost simplify simulate sit solve sort sound source
speak specify spend split spread staff standardise start stay steer step stick stimulate stop
store streamline strengthen study submit suggest summarise supervise supplement supply support
survey suspend sustain swap synthesise tackle tailor take talk teach tell test text thank think
tidy tighten trace track train translate triage trial trim try turn tweak type uncover
understand undertake unite unpick update upgrade upload urge use utilise validate verify view
visit volunteer vote wait walk warn watch weigh welcome widen win withdraw work write
"""
VERBS = frozenset(_WORDS.split())
_NOUNS = """
survey review visit support plan report update research feedback work test list map request change
note draft trial offer
"""
_NOUNS_TOO = frozenset(_NOUNS.split())


def begins_with_verb(text: str) -> bool:
    """Whether the first word is an order: "Review the plan", but not "Review of the plan"."""
    words = [word.lower().strip(",.:") for word in text.split()[:2]]
    if not words or words[0] not in VERBS:
        return False
    after = words[1] if len(words) > 1 else ""
    is_noun = words[0] in _NOUNS_TOO and after in ("of", "on", "into", "for", "from", "about", "")
    return not is_noun
