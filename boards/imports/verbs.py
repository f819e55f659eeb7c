"""Verbs with which actions begin; used to tell "Ann to send …" from "Send … to Ann"."""

_WORDS = """
accept access act add address adopt advertise advise agree alert allow amend analyse
answer apply appoint approach approve arrange ascertain ask assess assist attach attend audit
await be begin bid book brief bring build calculate call cancel carry cascade catch chair
champion change chase check circulate claim clarify clear close co-ordinate collate collect come
commission communicate compare compile complete conduct confirm congratulate consider construct
consult contact continue contribute convene convert coordinate copy cost count cover create deal
decide deliver demonstrate deputise design determine develop disc discuss display disseminate
distribute do double-check draft draw drop e-mail edit email embed enable encourage engage
enquire ensure enter escalate establish evaluate examine exchange expand explain explore extend
facilitate feed feedback file fill finalise find finish fix follow form format forward fund gain
gather get give go guide hand handle have help hire hold host identify implement improve inc
include incorporate inform initiate input inquire insert inspect install instruct interview
introduce investigate invite involve issue join keep laminate launch lead learn leave let liaise
link list listen loan lobby locate log look loop maintain make manage map mark measure meet mend
mention mentor merge monitor move name negotiate nominate note notify nudge observe obtain offer
open operate order organise organize outline oversee own paint pair participate pass pay perform
persuade phone photocopy pick pilot place plan play pop post prepare present press print
prioritise proceed produce progress promote propose provide publicise publish pull purchase
pursue put query quote raise re-check re-issue re-send re-write read rearrange recheck
recirculate recommend reconsider reconvene record recover recruit redesign redraft reduce refer
refine reflect refresh register reissue relaunch relay remain remind remove rename rent repair
repeat replace reply report request reschedule research resend reserve resolve respond retain
return review revise revisit reword rewrite ring roll run sample save say scan schedule scope
search secure see seek select sell send serve set settle shadow shape share shortlist show sign
signpost sit solve sort sound source speak specify split spread staff start stay step stick stop
store strengthen study submit suggest summarise supply support survey swap tackle take talk
teach tell test text thank think tidy trace track train translate trial try turn tweak type
undertake unpick update upload use verify view visit volunteer vote wait walk warn watch weigh
welcome widen work write
"""
VERBS = frozenset(_WORDS.split())
