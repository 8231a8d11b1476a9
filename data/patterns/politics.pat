# Politics: politics.*

pattern  talks.verb
type     politics.talks
verb     meet negotiate confer
need     agent:party
need     patient:party with:party with:people in:place at:place for:talk on:talk adv=again comp=discuss|tackle|negotiate|agree|consider|coordinate|decide|review|debate
not      patient=demand|target|need|deadline|criterion|condition|goal|resistance|expectation|trend|fire|obstacle with=resistance|success|approval|criticism
not      agent:force patient:civ agent:civ patient:event with:civ with=reporter|journalist|fan|voter|supporter
actor    agent:party
target   patient:party with:party with:people
place    in:place at:place
yes      The president of Egypt met on Sunday with representatives of the opposition. | actor=president target=representatives
yes      The foreign minister of Egypt met his Turkish counterpart in Cairo. | place=Cairo
yes      The ministers of Egypt and Turkey met to discuss the truce. | actor=ministers
no       The plan met with success.
no       The army met fierce resistance in Ituri.

pattern  talks.discuss
type     politics.talks
verb     discuss
need     agent:party
need     with:party patient.with:party
not      agent:force agent:civ with:civ with=reporter|journalist
actor    agent:party
target   with:party patient.with:party
place    in:place at:place
yes      The authorities continue to discuss the issue with the Ethiopian government. | actor=authorities
no       The authorities discussed the plan.

pattern  talks.visit
type     politics.talks
verb     visit
need     agent:party
need     patient:place|party
not      agent:force patient:civ agent:civ patient=hospital|school|grave|site
actor    agent:party
target   patient:party
place    in:place patient:place
yes      The foreign minister of Egypt visited Tripoli on Monday. | place=Tripoli
no       The tourists visited Tripoli.

pattern  talks.arrive
type     politics.talks
verb     arrive fly travel
need     agent=delegation|envoy|negotiator|mediator|minister|president|premier|representative|diplomat
need     for=talk|negotiation|meeting|consultation|summit|conference to.for=talk|negotiation in:place to:place
not      agent:force agent:civ agent.mod=trade|business|football|cultural|aid from:site agent.of=doctor|artist
actor    agent:party agent.mod:party agent.of:party agent
place    in:place to:place
yes      A government delegation arrived in Muscat on Monday. | place=Muscat
yes      The Turkish foreign minister flew to Tripoli for talks. | place=Tripoli
no       A trade delegation arrived in Muscat on Monday.

pattern  talks.speak
type     politics.talks
verb     speak talk
need     agent:party
need     with:party by=phone|telephone|video
not      agent:force agent:civ with:voice|civ with=reporter|journalist
actor    agent:party
target   with:party to:party
yes      The president of Egypt spoke by phone with the Turkish leader. | target="Turkish leader"
no       The minister spoke with reporters.

pattern  talks.call
type     politics.talks
noun     call conversation
need     mod=phone|telephone|video
need     with:party between:party agent:party
not      with:voice agent:civ
actor    agent:party between:party
target   with:party between:party
yes      The Turkish president held a phone call with the Greek leader. | target="Greek leader"
no       The widow received a phone call at noon.

pattern  talks.summon
type     politics.talks
verb     summon recall
need     agent:party
need     patient=ambassador|envoy|diplomat|consul|d'affaires|charge
not      agent:civ agent:force
actor    agent:party
target   patient.poss:party patient.mod:party patient.of:party
yes      India summoned Nepal's ambassador. | actor=India target=Nepal
no       The judge summoned a witness.

pattern  talks.noun
type     politics.talks
noun     talk negotiation summit meeting dialogue conference visit consultation
need     between:party with:party agent:party mod=peace|ceasefire poss:party mod:party in:place at:place to:place
not      with:voice for:talk for:event mod=roll|conference|news|press|staff|annual agent:civ
actor    agent:party between:party poss:party mod:party
target   with:party between:party
place    in:place at:place to:place
yes      Peace talks between the government and the rebels opened in Doha. | place=Doha
no       The talk of the town was his hat.

pattern  talks.host
type     politics.talks
verb     mediate broker host resume facilitate convene
need     patient=talk|talks|negotiation|negotiations|dialogue|truce|ceasefire|cease-fire|summit|conference|meeting|agreement|deal
not      patient.mod=trade|press|news|business|energy|gas|oil agent:civ
actor    agent:party
target   patient.between:party patient.with:party
place    patient.in:place patient.at:place in:place at:place
yes      Egypt is mediating talks on a truce.
yes      Oman hosted negotiations between the rebels and the government in Muscat. | place=Muscat
no       The hotel hosted a trade conference.

pattern  position.pledge
type     politics.position
status   planned
verb     pledge vow promise propose demand urge offer rule~out reject refuse reaffirm reiterate
need     agent:party
not      agent:civ patient:civ|money|equip for=comment patient=resistance|allegiance|loyalty|fealty|bill|aid|package|assistance|evidence|detail|comment|explanation|condolence|claim|accusation|allegation|charge|report|suggestion|assertion|figure|account|which agent:event
actor    agent:party
target   patient:party on:party
yes      The president vowed to punish the rebels. | actor=president
no       The couple vowed to love each other.
no       The ministry rejected the allegation.
no       The troops offered little resistance.

pattern  position.insist
type     politics.position
status   planned
verb     insist
need     agent:party
need     on=withdrawal|pullout|condition|return|release|right|ceasefire|truce|end|recognition|sovereignty|disarmament|guarantee|departure|election|exchange
not      agent:civ
actor    agent:party
why      "insisted that" is a saying, and no demand
yes      The rebels insisted on the release of their prisoners. | actor=rebels
no       The ministry insisted that its forces controlled the town of Sake.

pattern  position.commit
type     politics.position
status   planned
verb     commit agree undertake
need     agent:party agent:people
need     comp=end|uphold|respect|withdraw|halt|stop|refrain|release|exchange|disarm|observe|honour|honor|abide|facilitate|guarantee
not      agent:civ patient
actor    agent:party agent:people
place    comp.in:place comp.from:place
yes      The two sides agreed to exchange all prisoners. | actor=sides
yes      World leaders committed to ending all interference in Libya. | actor="World leaders"
no       The couple agreed to end their marriage.

pattern  position.agree.to
type     politics.position
status   planned
verb     agree consent
need     agent:party agent:force agent=side|party|faction|rival|enemy|belligerent
need     to=swap|exchange|withdrawal|pullout|pullback|evacuation|release|pause|halt|lull|disengagement|demilitarisation|demilitarization|corridor|handover|plan|roadmap|proposal|term|demand|moratorium
not      agent:civ to.mod=film|trade|job|land|wage|transfer
actor    agent:party agent:force agent
place    to.in:place to.from:place
yes      The warring parties have agreed to a prisoner swap. | actor="warring parties"
yes      The rebels agreed to the withdrawal of all fighters from Hodeidah. | actor=rebels
no       The clubs agreed to a swap of players.

pattern  position.give.time
type     politics.position
status   planned
noun     hour day week month deadline ultimatum
need     head=give|set
need     head.agent:party head.subj:party
need     head.comp=cede|leave|withdraw|surrender|reinstate|release|quit|hand|disarm|accept|comply|vacate|return|end|stop|evacuate|free|restore|lay comp=cede|leave|withdraw|surrender|reinstate|release|quit|hand|disarm|accept|comply|vacate|return|end|stop|evacuate|free|restore|lay
not      head.agent:civ
actor    head.agent:party by:party head.by:party
target   head.patient:party mod:party to:party head.to:party head.obj:party
yes      The bloc gave the junta one week to cede power. | actor=bloc
yes      The junta was given a one-week ultimatum to cede power by its neighbours.
no       The teacher gave the boy one week to finish.

pattern  position.accept
type     politics.position
status   planned
verb     accept endorse
need     patient:talk patient=proposal|plan|deal|offer|truce|ceasefire|ultimatum|condition|demand
need     agent:party
not      agent:civ
actor    agent:party
target   patient.of:party patient.from:party
yes      The rebels accepted a proposal put forward by Egypt. | actor=rebels
no       The couple accepted a proposal.

pattern  position.call
type     politics.position
status   planned
verb     call appeal
need     agent:party
need     for:talk|event for=halt|end|stop|restraint|withdrawal|release|respect|peace|action|investigation|inquiry|probe|cessation|reopening|resumption|access|passage|protection|de-escalation|accountability|independence|sanction|embargo|calm|dialogue on:party upon:party to:party on=party|side|country|government|nation|world|community|public|people|population|citizen|resident upon=party|side|country
not      agent:civ for=comment patient
actor    agent:party
target   on:party upon:party to:party
yes      The ministry called for an immediate ceasefire. | actor=ministry
no       The ministry called the report a lie.

pattern  position.warn
type     politics.position
status   planned
verb     warn caution
need     agent:party
need     comp=attack|act|stay|remain|approach|order|mobilise|mobilize|launch|declare|resume|invade|retaliate|respond|fight|punish|shoot|strike|take|use|cut|destroy|expel|close|withdraw|send|supply|provide|arm|interfere|intervene|cross|enter|escalate|continue|support|join against:event
not      agent:civ agent:event patient:civ
actor    agent:party
target   patient:party
yes      The ministry warned Turkey against sending troops. | actor=ministry target=Turkey
no       The sign warned drivers.

pattern  position.threaten
type     politics.position
status   planned
verb     threaten
need     agent:party
need     comp
not      agent:civ agent:event agent:force obj
actor    agent:party
yes      The ministry threatened to close the border. | actor=ministry
no       The fire threatened the village.

pattern  position.said
type     politics.position
status   planned
verb     say claim add assert announce tell state stress declare
need     agent:party agent=negotiator|envoy|delegation|diplomat|minister|official|spokesman|spokeswoman|spokesperson
need     comp.aux=will|would|shall|must|should
need     comp.subj=it|they|we|he|she|i|party|side comp.subj:talk
not      agent:civ agent:voice comp=be|have|able|help|rain|meet|visit|attack|seize|take|retake|capture|withdraw|leave|advance|send|deploy|deliver|distribute|evacuate|receive|need|get|continue|arrive|return|die|know|see|reach|win|lose|investigate
actor    agent:party
why      what a side says that it, or all sides, will or should do
yes      The government said it would not join any alliance. | actor=government
no       The forecast said it would rain.

pattern  position.must
type     politics.position
status   planned
verb     stop end cease respect protect halt release allow
need     aux=must|should|shall
not      aux=have
need     subj:event|party|people|site obj:event
actor    -
yes      All attacks on hospitals must stop at once.
no       The rain must stop soon.

pattern  position.should
type     politics.position
status   planned
verb     ensure press push impose suspend lift open reopen facilitate refrain guarantee hold negotiate disarm withdraw cooperate co-operate support deploy establish demand take increase condemn call
need     aux=must|should
need     subj:party subj=side|party|authority|government|country|council|community|state|power|donor|leader|member
not      aux=have subj:civ subj=driver|patient|student
why      what somebody is told to do; who tells them so is the speaker
actor    -
target   subj:party
yes      The authorities must ensure that the suspects are tried. | target=authorities
yes      The council should impose an arms embargo on Chad.
no       The cook must ensure that the rice is boiled.

pattern  position.noun
type     politics.position
status   planned
noun     proposal demand ultimatum pledge offer plea appeal
need     poss:party mod:party of:party by:party agent:party from:party mod=war|military|strategic head=include|contain|envisage|envision|foresee
need     poss of comp to:party on:party head:party mod:party agent:party from:party mod=war|military|peace head=include|contain|envisage|envision|foresee
not      mod=business|pension|health poss:civ agent:civ mod:civ head=score case=with
actor    poss:party mod:party by:party agent:party from:party of:party
target   to:party on:party
place    comp.obj:place comp.in:place in:place
yes      The government's proposal to the rebels includes a truce. | actor=government
yes      The ministry made a plea to the rebels to end the war. | actor=ministry
no       The couple's plan was to move.

pattern  position.goal
type     politics.position
status   planned
noun     goal aim objective plan
need     poss:party mod:party of:party agent:party mod=war|military|strategic
need     comp mod=war|peace head=be|include|conquer|seize|take|occupy|retake|capture|destroy|control|annex|free|end
not      mod=business|pension|health poss:civ agent:civ mod:civ head=score case=with
actor    poss:party mod:party agent:party of:party
place    comp.obj:place comp.in:place head.obj:place
yes      The government's plan to retake Mosul was leaked. | actor=government place=Mosul
no       The couple's plan was to move.

pattern  position.ceasefire
type     politics.position
status   planned
noun     ceasefire cease-fire truce fire
need     self=ceasefire|cease-fire|truce mod=cease
need     head=offer|propose|declare|announce|agree|demand|call|reject|urge|accept
actor    agent:party
place    in:place
yes      The rebels declared a ceasefire in Ituri. | place=Ituri
yes      The rebels announced a cease-fire in Ituri. | place=Ituri actor=rebels
no       The truce of the painters held.

pattern  position.truce
type     politics.position
noun     ceasefire cease-fire truce armistice fire
need     self=ceasefire|cease-fire|truce|armistice mod=cease
need     head=sign|suspend|end|break|violate|breach|extend|observe|respect|collapse|hold|expire|begin|come|take|enter|fail|unravel|reach|conclude|renew|resume|scrap|abandon
not      comp poss:civ of=painter
need     head:party agent:party head.into=force|effect head.in=place|force head=collapse|expire|sign|suspend|violate|breach|extend|observe|respect|reach|renew|scrap mod:party with:party between:party in:place head.in:place head.agent:party
not      case of:people
actor    agent:party head.agent:party between:party
target   with:party
place    in:place head.in:place around:place head.around:place
yes      The president suspended the ceasefire with the rebels. | actor=president target=rebels
yes      A ceasefire came into force in Taiz on Monday. | place=Taiz
yes      A cease-fire came into force in Taiz on Monday. | place=Taiz
no       The truce in the office did not last.

pattern  position.violation
type     politics.position
noun     violation breach infringement
need     mod=ceasefire|cease-fire|truce|armistice of=ceasefire|cease-fire|truce|armistice
need     self:number head=report|record|commit|continue|escalate|mark|register|accuse|blame|occur|say|document|condemn|denounce by:party agent:party poss:party
actor    by:party poss:party agent:party head.agent:party head.patient:party
place    in:place near:place along:place at:place head.in:place head.near:place head.along:place
yes      Ceasefire violations were reported near Debaltseve. | place=Debaltseve
yes      The rebels committed 14 violations of the truce in Aleppo. | place=Aleppo
no       Parking violations were reported near Debaltseve.

pattern  position.accord
type     politics.position
noun     agreement deal accord pact treaty
need     mod=peace|ceasefire|truce|disengagement|withdrawal|prisoner|power-sharing on=ceasefire|truce|withdrawal comp=end|halt|stop|cease|silence head.comp=end|halt|cease|silence to=hostility|fighting|war head.to=hostility|fighting|war
need     head=sign|reach|conclude|initial|ratify|suspend|reject|violate|break|scrap
not      mod=trade|business|record|film|transfer
actor    agent:party head.agent:party between:party
target   with:party head.with:party
place    in:place head.in:place
yes      The government and the rebels signed a peace agreement in Doha. | place=Doha
yes      The government and the rebels signed a deal to end hostilities. | actor=government
no       The firm signed a trade deal in Doha.

pattern  position.threaten.harm
type     politics.position
status   planned
verb     threaten
need     agent:party|force
need     comp=kill|execute|behead|shoot|attack|strike|bomb|shell|retaliate|blow|destroy|storm|march|expel|withdraw|resume|cut|close|shut|block
not      agent:civ agent:event
actor    agent:party|force
yes      The group has threatened to kill the hostages. | actor=group
no       The flood threatened to destroy the bridge.

pattern  position.menace
type     politics.position
status   planned
verb     threaten
need     agent:party
need     patient:event patient=war|retaliation|action|force|consequence|revenge|strike with:event with=war|retaliation|force|annihilation
not      agent:civ agent:event agent:force
actor    agent:party
target   patient:party
yes      The leader of the gang threatened a civil war. | actor=leader
no       The storm threatened a flood.

pattern  position.sanction
type     politics.position
verb     impose lift announce agree adopt approve unveil tighten ease extend increase expand slap
need     agent:party
need     patient=sanction|embargo patient.of=sanction patient.mod=sanction
not      agent:civ agent:force patient.mod=trade
actor    agent:party
target   on:party against:party patient.on:party patient.against:party patient.of.against:party patient.of.on:party
yes      Canada imposed sanctions on the leader of the militia. | actor=Canada target="leader of the militia"
yes      The EU agreed a new package of sanctions against Russia. | actor=EU
no       The school imposed sanctions on late pupils.

pattern  position.relations
type     politics.position
verb     break~off sever suspend cut
need     agent:party
need     patient=relation|relations|tie|ties
need     patient.mod=diplomatic with:party patient.with:party
not      agent:civ agent:force
actor    agent:party
target   with:party patient.with:party
yes      Chad broke off diplomatic relations with Sudan. | actor=Chad target=Sudan
no       The singer cut ties with her label.

pattern  position.condemn
type     politics.position
verb     condemn denounce criticise criticize decry
need     agent:party
need     patient:event|party|crime patient=coup|arrest|detention|raid|bombing|execution|abduction|kidnapping|killing|violence|decision|move|annexation|blockade|attempt|act
actor    agent:party
target   patient:party patient.poss:party patient.by:party
yes      The UN condemned the attack by the militia. | actor=UN
no       The inspector condemned the building.

pattern  position.decide
type     politics.position
status   planned
verb     decide
need     agent:party
need     comp=reduce|withdraw|end|stop|halt|suspend|send|send|join|focus|cut|leave
actor    agent:party
yes      The ministry decided to reduce operations near the capital. | actor=ministry
no       The couple decided to marry.

pattern  position.scale
type     politics.position
status   planned
verb     reduce cut scale~back scale~down wind~down revise change refocus shift
need     patient=operation|activity|effort|goal|aim|objective|ambition|offensive|presence|demand
need     agent:party patient.poss:party patient.mod:party mod=military
not      agent:civ
actor    agent:party patient.poss:party patient.mod:party
place    in:place around:place near:place on:place patient.around:place patient.in:place
yes      The ministry scaled back its operations around Sumy. | place=Sumy
no       The firm cut its costs.

pattern  position.decision
type     politics.position
status   planned
noun     decision plan intention promise
need     comp=reduce|withdraw|end|stop|halt|suspend|send|join|focus|cut|leave|recognise|recognize|annex|attack|invade|retake|seize|capture|fight|negotiate
need     agent:party poss:party mod:party of:party by:party
actor    agent:party poss:party mod:party of:party by:party
place    comp.in:place comp.around:place comp.from:place comp.obj:place
yes      The ministry announced its decision to withdraw from Kherson. | place=Kherson
no       Her decision to leave her job surprised us.

pattern  status.verb
type     politics.status
verb     annex recognise recognize incorporate secede
need     patient:place|party|ground agent:party
need     agent:party patient:place|party|ground
not      as=president|leader|ruler|minister|winner adv=internationally|widely agent:civ agent=un|nations agent.mod=united mod=un|un-recognised|un-recognized head=government|administration|cabinet|authority|assembly|parliament
actor    agent:party
place    patient:place patient.of:place
yes      Morocco annexed Western Sahara in 1979. | place="Western Sahara"
no       The school annexed the hall.

pattern  status.noun
type     politics.status
noun     annexation referendum recognition independence secession sovereignty
need     of:place|party into:place|party to:place|party in:place on=join|independence|joining comp=join|secede|unite|leave agent:party poss:party mod:party mod:place head.in:place
not      of:people
actor    agent:party by:party poss:party mod:party
place    of:place in:place mod:place head.in:place
yes      A referendum in South Ossetia was called for May. | place="South Ossetia"
no       The recognition of her work came late.

pattern  status.declare
type     politics.status
verb     declare proclaim
not      patient.of=emergency|siege|mourning|alert|calamity
need     adv=independence patient=independence|law|republic|sovereignty|state
need     agent:party
actor    agent:party
place    of:place in:place agent:place
yes      Kosovo declared independence in 2008. | place=Kosovo
no       He declared his income.
no       Ethiopia declared a state of emergency.

pattern  support.give
type     politics.support
verb     supply provide give donate pledge promise approve announce grant allocate
need     patient:equip|money patient=aid|assistance|support|package|weapon|weaponry|arms|system|ammunition|training patient.of:equip|money patient.mod=arms|weapon
need     agent:party
not      to:civ patient.mod=humanitarian|food|medical patient.of.mod=humanitarian|food|medical patient=car|truck|bus|plane|boat|destruction|loss|capture|seizure|downing|sinking|elimination
not      agent:force
actor    agent:party
target   to:party for:party patient.for:party patient.to:party patient.in.for:party patient.of.for:party patient.mod.for:party
count    patient.of:money patient:money patient.mod:money
yes      Germany gave 14 tanks to Ukraine. | actor=Germany target=Ukraine
no       Germany gave a letter to Ukraine.
no       Ukraine announced the destruction of 14 tanks.

pattern  support.send
type     politics.support
verb     send deliver ship sell
need     patient:equip|money patient.of:money patient=aid|assistance|support|package|weapon|weaponry|arms|ammunition
need     agent:party
need     to:party patient.of=weapon|weapons|arms|ammunition|aid for:party patient.for:party patient.to:party
not      to:civ patient.mod=humanitarian|food|medical patient=car|truck|bus|plane|boat
not      agent:force
actor    agent:party
target   to:party for:party patient.for:party patient.to:party
count    patient.of:money patient:money patient.mod:money
yes      Germany sent 14 tanks to Ukraine. | actor=Germany target=Ukraine
no       Germany sent a letter to Ukraine.

pattern  support.with
type     politics.support
verb     supply provide arm equip
need     patient:party
need     with:equip|money with=aid|assistance|support|weapon|weaponry|arms|ammunition|training|intelligence
need     agent:party
not      patient:civ with.mod=humanitarian|food|medical
actor    agent:party
target   patient:party
count    with:money with.of:money
yes      Germany provided Ukraine with weapons. | actor=Germany target=Ukraine
no       Germany provided Ukraine with a translator.

pattern  support.received
type     politics.support
noun     aid assistance support package backing weapon weaponry arms ammunition training
need     head=have|receive|get|enjoy|obtain|win|secure|seek
need     from:party head.from:party
need     mod=military|financial|security|defence|defense|lethal|logistical|material of:money head=receive
not      mod=humanitarian|food|medical head.agent:civ
actor    from:party head.from:party
target   head.agent:party agent:party
count    of:money self:money mod:money
yes      The government in Mali has military support from Morocco. | actor=Morocco
yes      Kenya received military aid from Germany. | actor=Germany target=Kenya
no       The patient received support from Germany.

pattern  support.noun
type     politics.support
noun     aid assistance support package
need     mod=military|financial|security|defence|defense|lethal of:money in=financing|aid|assistance
need     to:party for:party from:party poss:party mod:party agent:party
not      mod=humanitarian
actor    agent:party from:party poss:party mod:party by:party
target   to:party for:party
count    of:money self:money mod:money
yes      Washington announced a package of $300 million in military aid for Kenya. | target=Kenya
no       A package for Kenya was lost.

pattern  support.train
type     politics.support
verb     train
need     agent:party
need     patient:force
not      patient:civ agent:force agent:people
actor    agent:party
target   patient:force
yes      The ministry will train Iraqi soldiers. | target="Iraqi soldiers"
no       The club will train young players.

pattern  support.back
type     politics.support
verb     back sponsor support
need     agent:party
need     patient:force
not      patient:civ agent:force agent:people agent:civ patient=effort|claim|call|proposal head:force head:party agent:event|air|gun agent=support|evidence|firepower subj=resident|people
not      patient=soldier|man|officer in:event with:event
actor    agent:party
target   patient:force
yes      Rwanda has denied that it backed the rebels. | actor=Rwanda target=rebels
no       The fans backed the team.

pattern  support.arm
type     politics.support
verb     arm bankroll finance fund
need     agent:party
need     patient:force
not      patient:civ agent:force agent:people
actor    agent:party
target   patient:force
yes      Qatar has been arming the rebels for years. | actor=Qatar target=rebels
no       The shop has been funding the team.

pattern  justice.accuse
type     politics.justice
verb     jail imprison accuse charge indict blame prosecute try convict sentence
need     patient:party|force
need     on:crime on.of:crime on=charge|murder|torture|rape patient.of:crime|event of:crime|event with:crime|event for:crime|event over:crime|event of=murder|treason|torture|rape|killing|terrorism with=murder|treason|terrorism|rape|torture|espionage|desertion|mutiny for=murder|treason|torture|rape|killing to=prison|jail|life|death in=absentia comp=attack|kill|shell|target|bomb|torture|execute|commit|rape|abduct|kidnap|use|violate|massacre|murder|deport|loot|breach|recruit
actor    agent:party agent=court|tribunal|judge|jury|prosecutor|icc by=court|tribunal|judge
target   patient:party
place    in:place at:place
yes      The prosecutor accused the militia of war crimes in Ituri. | target=militia
no       She accused her brother of laziness.

pattern  justice.guilty
type     politics.justice
noun     guilty
adj      guilty
need     head=find|hold|declare|pronounce
need     head.patient:party|people
not      of=negligence|speeding
actor    head.agent:party head.agent=court|tribunal|judge|jury|panel|icc head.by=court|tribunal|judge|jury|panel
target   head.patient:party|people
place    head.in:place
yes      Judges in The Hague found the commander guilty of war crimes. | target=commander
yes      The court found the commander guilty of war crimes. | actor=court target=commander
no       The teacher found the pupil asleep.

pattern  justice.indict
type     politics.justice
verb     indict prosecute sanction arrest
need     agent:party agent=court|prosecutor|authority|police|tribunal
need     patient:party|people
not      patient=protester|demonstrator|smuggler|thief agent:force patient:civ agent=regime|militia|group|rebel|gunman|soldier
actor    agent:party
target   patient:party
place    in:place at:place
yes      The prosecutor indicted the commander of the militia. | target=commander
no       The court indicted the report.

pattern  justice.investigate
type     politics.justice
verb     investigate probe
need     patient:crime|event|party
actor    agent:party
target   patient:party patient.by:party
place    in:place
yes      The court is investigating war crimes by the militia in Ituri. | place=Ituri
no       The firm investigated the leak.

pattern  justice.open
type     politics.justice
verb     open launch begin initiate file start
need     patient=file|investigation|case|probe|inquiry|proceeding|prosecution
need     agent:party
actor    agent:party
target   patient.into:party patient.against:party against:party
place    in:place patient.in:place
yes      The prosecutor's office in Bunia opened an investigation against the militia. | target=militia
no       The shop opened a case of wine.

pattern  justice.warrant
type     politics.justice
noun     warrant
need     mod=arrest for=arrest
need     for:party for:people against:party against:people agent:party for.poss:party for.of:party
actor    agent:party by:party poss:party
target   for:party for:people against:party against:people for.poss:party for.of:party
yes      The court issued an arrest warrant for the commander of the militia. | target=commander
yes      The court issued a warrant for the commander's arrest. | target=commander
no       The court issued a search warrant.

pattern  justice.noun
type     politics.justice
noun     investigation inquiry probe indictment charge trial prosecution
need     into:crime|event of:crime|party against:party mod:crime subj:party for:crime
not      case=in
actor    agent:party by:party poss:party mod:party
target   into:party of:party against:party subj:party
place    in:place into:place
yes      An investigation into war crimes in Ituri began. | place=Ituri
no       The charge for parking was five dollars.

pattern  justice.crime
type     politics.justice
noun     crime
need     mod=war|humanity against=humanity
need     head=commit|accuse|investigate|document|constitute|amount|charge|condemn agent:party by:party poss:party mod:party
actor    -
target   agent:party by:party poss:party mod:party of:party
place    in:place
yes      The militia committed war crimes in Ituri, the court said. | target=militia
no       Crime in the city fell.
