"""Verbs with which actions begin; used to tell "Ann to send …" from "Send … to Ann"."""

_WORDS = """
    accept access act add address adopt advertise advise agree allow amend analyse answer apply
    appoint approach approve arrange ascertain ask assess assist attach attend audit await be begin
    book brief bring build calculate call carry cascade chair change chase check circulate clarify
    close collate collect come commission communicate compare compile complete confirm consider
    consult contact continue contribute convene convert coordinate co-ordinate copy cost create
    deal decide deliver design determine develop disc discuss display disseminate distribute do
    draft draw edit email e-mail encourage engage ensure enquire escalate establish evaluate examine
    expand explain explore extend facilitate feed feedback file fill finalise find finish follow
    form format forward gather get give go have help hold host identify implement improve inc
    include incorporate inform initiate input inquire insert inspect interview introduce investigate
    invite involve issue join keep launch lead learn leave let liaise link list listen look
    maintain make manage map measure meet mention monitor move name negotiate nominate note notify
    obtain offer open order organise organize outline oversee pass pay persuade phone pick pilot
    place plan post prepare present press print prioritise proceed produce progress promote propose
    provide publicise publish pull purchase pursue put query raise read recirculate recommend
    reconvene record recruit redraft refer reflect refresh register remain remind remove report
    request research resend resolve respond return review revise revisit ring run save say scan
    schedule scope search see seek select send set share show sign source speak specify speak
    split start step stop submit suggest summarise supply support survey swap take talk tell
    test thank think tidy trace track train translate try turn undertake update upload use verify
    view visit volunteer vote walk welcome work write
"""
VERBS = frozenset(_WORDS.split())
