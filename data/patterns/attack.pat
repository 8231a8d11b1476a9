# Fighting: attack.*

pattern  ground.verb
type     attack.ground
verb     attack assault storm raid ambush invade counterattack overpower charge
need     agent:party|force patient:force|party|place|line|ground mod:party patient=convoy|column
need     patient:force|place|line|ground|site|party|equip
not      agent=minister|senator|politician|lawmaker|critic|people|protester|demonstrator|crowd|mob|student|supporter|police agent:civ in=parliament|speech|interview|court with:gun|air|bomb using:bomb comp.patient:bomb patient:civ agent:air|gun agent:bomb patient=budget|record|policy|law|plan|critic agent=bomber with:crime|event with=murder|treason|terrorism|offence|offense|espionage|corruption|rape|torture|manslaughter|desertion|mutiny over:event|crime in=absentia
actor    agent:party
target   patient:force|party
place    patient:place|ground
yes      Militants attacked an army base near Gao on Monday. | actor=Militants place=Gao
no       The senator attacked the budget.
no       The government charged three soldiers with murder.
no       Thousands of people stormed the parliament in Tbilisi.

pattern  ground.targeted
type     attack.ground
verb     target
need     agent:force
need     patient:site|place|force|line|ground|equip|home
not      agent:air|gun|bomb|civ agent=police|bomber|coalition patient=infrastructure patient.mod=residential with:gun|air|bomb|supply with=sanction|tax|bomb|bullet|gunfire|shell|drone|missile|machine patient:civ subj:gun|air in:event
actor    agent:force
target   patient:force|site|equip|home
place    patient:place patient.in:place patient.at:place patient.near:place in:place near:place at:place
yes      The market in the east of Bama was targeted by the occupation forces. | place=Bama
yes      Government forces targeted a hospital in Hama. | actor="Government forces" place=Hama
no       The government targeted a growth of three per cent.
no       The forces targeted the town of Bama with artillery.

pattern  ground.near
type     attack.ground
verb     attack assault counterattack
need     agent:force
need     near:place in:place around:place outside:place along:place from:place toward:place towards:place north:place where
not      obj patient with:gun|air|bomb agent:air|gun|civ agent=convoy|bus|truck|ship|vessel|barge|tanker|ambulance|patrol|base|post|outpost|checkpoint
actor    agent:force
place    near:place in:place around:place outside:place along:place toward:place towards:place
yes      Rebel fighters attacked near Goma and in Sake. | actor="Rebel fighters" place=Goma
no       Sharks attacked near Goma.

pattern  ground.headline
type     attack.ground
verb     attack ambush
need     agent=convoy|bus|truck|ship|vessel|barge|tanker|ambulance|patrol|base|post|outpost|checkpoint
need     near:place in:place around:place outside:place along:place where
not      obj patient with:gun|air|bomb
actor    -
target   agent
place    near:place in:place around:place outside:place along:place
yes      The mission says barge convoy attacked in the town of Goma. | target=convoy place=Goma
no       The patrol attacked a rebel base in Goma.

pattern  ground.name
type     attack.ground
verb     attack assault storm raid ambush invade
need     patient:name patient=community
need     agent:force
not      agent:civ agent:air|gun|bomb with:gun|air|bomb agent=police
actor    agent:force|party
why      a village that no table has; where.c gives its name
yes      Gunmen stormed Tanzibo at dawn. | actor=Gunmen place=Tanzibo
yes      Gunmen invaded the farming community at night. | actor=Gunmen
no       The critics attacked Tanzibo at dawn.

pattern  ground.folk
type     attack.ground
verb     attack raid storm ambush invade
need     agent=herder|herdsman|pastoralist|youth|villager|tribe|clan|tribesman|farmer
need     patient:ground|place|force
not      patient:site patient=police|officer|parliament|station|shop|office with=stone
actor    agent:party|civ
target   patient:force
place    patient:place|ground
why      where herders and villages fight it is no crowd that attacks
yes      Herders attacked the village of Sake on Monday. | place=Sake
no       Students attacked the village of Sake on Monday.

pattern  ground.struck
type     attack.ground
verb     strike hit
need     agent=gunman|bandit|raider|insurgent|militant|jihadist|rebel|terrorist|extremist|attacker|assailant|miscreant|islamist|militia|militiaman
need     patient:place|ground|force|site
not      with:gun|air|bomb using:gun|air|bomb agent.mod:air
actor    agent:force|party
target   patient:force|site
place    patient:place in:place near:place at:place patient.near:place
yes      Gunmen on motorbikes struck three villages near Gao on Tuesday. | actor=Gunmen place=Gao
no       Rebels struck a village near Gao with rockets.

pattern  ground.hideouts
type     attack.ground
verb     target raid storm
need     patient=hideout|position|stronghold|den|location|camp
need     patient.of:force patient.poss:force patient.mod:force
not      agent with:gun|air|bomb by:gun|air
target   patient.of:force patient.poss:force patient.mod:force
place    in:place near:place at:place patient.in:place patient.near:place
yes      Hideouts of militants were targeted in Kidal and Gao. | target=militants place=Kidal
no       Hideouts of militants were targeted in Kidal with rockets.

pattern  ground.descend
type     attack.ground
verb     descend
need     agent:force
need     on:place|ground on=community upon:place|ground
not      agent:civ agent:air
actor    agent:force|party
place    on:place upon:place on.in:place in:place
yes      Gunmen descended on two communities in the town of Bama late on Sunday. | actor=Gunmen place=Bama
no       Reporters descended on the town of Bama.

pattern  ground.struck.in
type     attack.ground
verb     strike
need     agent:force
need     in:place near:place at:place in:ground
not      obj patient agent:gun|air|bomb with:gun|air|bomb agent=worker|miner|teacher
actor    agent:force|party
place    in:place near:place at:place
yes      The gunmen struck again in the town of Bama on Monday. | actor=gunmen place=Bama
no       The miners struck in the town of Bama on Monday.
no       Disaster struck in the town of Bama on Monday.

pattern  ground.set.out
type     attack.ground
noun     operation campaign mission
need     head=conduct|launch|carry|mount|begin|start|stage|continue|lead
need     comp=clear|retake|recapture|flush|liberate|drive|seize|capture|expel|dislodge|oust|encircle|regain head.comp=clear|retake|recapture|flush|liberate|seize|capture|expel|dislodge|oust|regain comp.mod=clear against:force|party near:place
need     agent:force head.subj:force
not      agent=police head=end
actor    agent:force head.subj:force
target   against:force|party
place    comp.obj:place head.comp.obj:place near:place in:place
yes      Commandos launched an operation to retake the town of Sake. | actor=Commandos place=Sake
no       The clerks launched an operation to retake the market.

pattern  ground.stormed
type     attack.ground
verb     storm raid overrun
need     patient:site patient=prison|jail|barracks|base|camp|compound|checkpoint
not      agent obj by=police|customs|inspector mod=police patient=capitol|parliament|palace
target   patient:site
place    in:place at:place near:place patient:place patient.in:place patient.at:place
yes      A prison in the town of Nekemte was stormed on Monday. | place=Nekemte
no       The parliament in Tbilisi was stormed on Monday.

pattern  ground.fired.at
type     attack.ground
verb     fire shoot
need     patient=convoy|team|patrol|helicopter|vehicle|car|boat|bus|ambulance|delegation|aircraft|mission|crew
need     at:place on:place upon:place
not      agent obj patient:gun by:gun by:air with:gun
target   patient
place    near:place at:place in:place on:place
yes      A helicopter was fired at near the town of Sake. | place=Sake
no       A helicopter was fired up near the town of Sake.

pattern  ground.fell.into
type     attack.ground
noun     ambush
need     case=into
need     head=fall|walk|run|drive|stray|lure|blunder
actor    by:party|force head.by:party|force
target   head.subj:party|force head.patient:party|force
place    in:place near:place at:place head.in:place head.near:place
yes      A patrol of soldiers fell into an ambush near Gao. | place=Gao target=patrol
yes      The convoy fell into an ambush by Islamist insurgents near Palma. | actor=insurgents place=Palma
no       He fell into a ditch near Gao.

pattern  ground.engagement
type     attack.ground
noun     engagement
need     mod=combat|military|armed
need     head=take|occur|record|register|happen|see|fight light in:place near:place mod=combat
not      case=of det=no
actor    agent:force|party
place    in:place near:place at:place on:place
yes      Over the day 63 combat engagements took place near Kupiansk. | place=Kupiansk
yes      There had been 40 combat engagements in the Lyman sector. | place=Lyman
no       The rules of combat engagement were read to the men.
no       Her engagement took place near Kupiansk.

pattern  ground.fight.for
type     attack.ground
noun     fight
need     for:place over:place in:place near:place around:place
need     det=the|a|another light mod=fierce|heavy
not      for=right|life|freedom
actor    agent:force|party poss:party|force between:force|party
target   with:force|party against:force|party
place    for:place over:place in:place near:place around:place
yes      The fight for Raqqa went on for a third day. | place=Raqqa
no       The fight for better pay went on in court.

pattern  ground.fight
type     attack.ground
verb     fight battle counter-attack engage resist
need     agent:force|party with:force|party
not      agent:air
not      patient=mobilisation|mobilization|draft|conscription|temptation|pressure|order|idea|rule|coup|effort|move|change|plan|fire|blaze|flame|wildfire|disease|infection|outbreak|extradition|charge|inflation|hunger
not      for=life|breath agent=doctor|medic|surgeon|nurse|firefighter|lawyer
not      head=send|train|recruit|volunteer|pay|hire|enlist|want|afraid
actor    agent:force|party
target   patient:force|party against:force|party with:party with:force
place    in:place near:place at:place around:place for:place over:place
yes      Soldiers fought with rebels near the town of Sake. | target=rebels place=Sake
no       Lawyers battled over the will.
no       The soldier fought for his life in a clinic.
no       The state recruited mercenaries to fight in Libya.

pattern  ground.clash
type     attack.ground
verb     clash skirmish spar duel
need     agent:force|party with:force|party
not      head=send|train|recruit|volunteer|pay|hire|enlist|want|afraid
actor    agent:force|party
target   with:force|party against:force|party agent:force|party
place    in:place near:place at:place around:place for:place over:place
yes      Soldiers clashed with rebels near the town of Sake. | target=rebels place=Sake
yes      Soldiers and rebels clashed near the town of Sake. | actor=Soldiers target=rebels
no       Colours and patterns clashed near the window.

pattern  ground.pit
type     attack.ground
verb     pit
need     patient:force|party
need     against:force|party patient.against:force|party
not      agent=election|vote|race|match|final|game|poll|contest|runoff|primary|dispute
actor    patient:force|party
target   against:force|party patient.against:force|party
place    in:place near:place at:place around:place
yes      The war pitted the army against the rebels. | actor=army target=rebels
no       The election pitted the army's party against the rebels' party.

pattern  ground.fire
type     attack.ground
verb     fire shoot open~fire
need     agent:force|party|equip
need     at:force|party|equip|line on:force|party|equip upon:force|party|equip|site|ground
not      patient:gun|air at:civ on:civ agent:gun|air at:place on:place with:gun
actor    agent:party|force
target   at:force|party|equip|line on:force|party|equip|line upon:force|party|equip|site
place    in:place at:place near:place upon.in:place
yes      Soldiers fired at the rebels near Sake. | actor=Soldiers
yes      Militants fired upon a bunker of the police in Sake. | actor=Militants place=Sake
no       The company fired at least ten workers.

pattern  ground.exchange
type     attack.ground
noun     fire
need     head=exchange|trade|open|return mod=small-arms|sniper|machine-gun|machinegun|automatic|rifle|small
not      on:civ at:civ mod:gun|air head=break head.with:gun head.with.of:gun head.from:gun head.using:gun
actor    agent:party|force head.agent:party|force mod:party from:party
target   with:force|party on:force|party head.with:force|party head.on:force|party
place    in:place at:place near:place head.in:place head.near:place
yes      Security forces exchanged fire with gunmen in Srinagar. | place=Srinagar target=gunmen
yes      Gunmen opened fire on a patrol near Gao. | actor=Gunmen place=Gao
no       The campers lit a fire near Gao.
no       A small fire broke out near Gao.

pattern  ground.gun
type     attack.ground
verb     fire
need     patient=gun|rifle|round|shot|volley|weapon|kalashnikov|launcher|rpg
need     agent:force|people|party
not      patient.mod=mortar|artillery|tank|howitzer into=air|sky at:place
actor    agent:force|party
target   at:force|party on:force|party
place    in:place at:place near:place
yes      The soldier fired a machine gun from the roof. | actor=soldier
no       The soldier fired a shot into the air.

pattern  ground.repel
type     attack.ground
verb     repel repulse rebuff
need     patient:force|party
actor    patient:force|party
target   agent:force|party
place    patient.on:place patient.near:place patient.at:place on:place in:place near:place at:place
yes      The garrison repulsed the militants near Gao. | actor=militants target=garrison
no       The smell repulsed the guests.

pattern  ground.push.back
type     attack.ground
verb     push~back drive~back beat~back force~back push drive
need     patient:force|party patient.mod:party
need     agent:force|party
need     adv=back
not      agent:civ patient:civ patient:event from:place|ground|number adv.from:place|ground|number patient.from:place|ground along:place|ground to:party to=table|negotiation|talk patient=deadline|election
actor    agent:force|party
target   patient:force|party
place    in:place near:place at:place
yes      The army is trying to push the rebels back in Sake. | actor=army target=rebels
no       The police pushed the crowd back in Sake.
no       The army pushed the rebels back from the city of Gao.

pattern  ground.stop
type     attack.ground
verb     stop halt contain repel repulse
need     patient=assault|attack|offensive|attempt|push|action|advance
need     agent:force
need     patient:number patient.mod:party patient.of:party patient.poss:party
not      agent:civ patient.mod=heart|panic|verbal|cyber patient.poss=their|its|his|our
actor    patient.of:party|force patient.mod:party|force patient.poss:party|force
target   agent:force
place    patient.near:place patient.in:place patient.on:place patient.toward:place near:place in:place on:place at:place
yes      Ukrainian soldiers stopped 41 assaults of the Russian army near Lysivka. | actor="Russian army" target="Ukrainian soldiers" place=Lysivka
no       Ukrainian doctors stopped 41 heart attacks.
no       Ukrainian soldiers halted their advance near Lysivka.

pattern  ground.defeat
type     attack.ground
verb     defeat rout vanquish overwhelm
need     patient:force|party
need     agent:force near:place in:place at:place by:force agent:party
not      in=election|vote|final|match
actor    agent:party|force
target   patient:force|party
place    near:place in:place at:place
yes      The rebels were defeated near the town of Sake. | target=rebels
no       The party was defeated in the election.

pattern  ground.foil
type     attack.ground
verb     foil thwart abort
need     patient=infiltration|assault|offensive|raid|incursion patient.mod=infiltration|assault|ground|offensive patient.comp=infiltrate|storm|advance|penetrate|seize|capture|break|attack
need     agent:force
not      agent:civ agent=police patient.mod=suicide|bomb|terror|cyber|drone|missile|air|rocket patient:air|gun|bomb
actor    patient.by:party|force patient.of:party|force patient.poss:party patient.mod:party|force
target   agent:force
place    patient.into:place patient.on:place patient.in:place into:place on:place in:place near:place at:place
yes      The army foiled an infiltration attempt by rebels near the town of Sake. | actor=rebels target=army place=Sake
no       The police foiled an attempt to rob a bank in Sake.

pattern  ground.repelled
type     attack.ground
noun     attack assault offensive counteroffensive counter-offensive counterattack counter-attack onslaught incursion
need     head=repel|repulse|foil|rebuff|thwart|halt|stop|beat~off|fend~off
need     head.by:force|party
not      mod=cyber|drone|missile|air|aerial|rocket|heart|verbal|terror|suicide head.by:civ
not      head.obj=attack|assault|offensive|counteroffensive|counter-offensive|counterattack|counter-attack|onslaught|incursion
actor    poss:party of:party|force mod:party|force
target   head.by:force|party
place    on:place against:place in:place near:place at:place around:place toward:place towards:place head.near:place head.in:place head.at:place
yes      The assault was repelled by Kurdish fighters near Sake. | target="Kurdish fighters" place=Sake
no       The cyber attack was repelled by the army.

pattern  ground.repelled.by
type     attack.ground
noun     attack assault offensive counteroffensive counter-offensive counterattack counter-attack onslaught incursion
need     head=repel|repulse|foil|rebuff|thwart|halt|stop|beat~off|fend~off
need     head.obj=attack|assault|offensive|counteroffensive|counter-offensive|counterattack|counter-attack|onslaught|incursion
need     by:force|party head.by:force|party on.by:force|party
need     head.agent:force|party head.agent=it|they|we
not      mod=cyber|drone|missile|air|aerial|rocket|heart|verbal|terror|suicide head.by:civ by:civ
actor    by:force|party head.by:force|party on.by:force|party
target   head.agent:force|party
place    on:place against:place in:place near:place at:place around:place toward:place towards:place head.near:place head.in:place head.at:place
yes      The army repelled an attack on the town of Gao by the rebels. | actor=rebels target=army place=Gao
no       The army repelled an attack on the town of Gao by night.

pattern  ground.ambush.of
type     attack.ground
noun     ambush
need     of:force|equip
not      of:civ
actor    agent:party|force by:party|force poss:party|force mod:party|force
target   of:force|equip
place    in:place near:place at:place along:place on:place
yes      The rebel ambush on Thursday of an army convoy near Gao lasted an hour. | actor=rebel target=convoy place=Gao
no       The ambush of the morning was forgotten.

pattern  ground.came.under
type     attack.ground
noun     attack assault
need     case=under
need     head=come
need     from:force|party
not      mod:air|gun|bomb mod=air|aerial|drone|missile|rocket|cyber|verbal from=critic|lawmaker|opponent|press|media|fan|activist|politician
actor    from:force|party
target   head.subj:force|party|site|equip
place    head.subj:place in:place near:place at:place head.in:place head.near:place head.at:place
yes      The patrol came under attack from insurgents near Sukma. | actor=insurgents target=patrol place=Sukma
no       The minister came under attack from lawmakers in Gao.

pattern  ground.noun
type     attack.ground
noun     attack assault offensive counteroffensive counter-offensive counterattack counter-attack counter-assault raid ambush incursion onslaught
need     light agent:party|force by:party|force on:place|force|party|site|ground|equip against:place|force|party in:place near:place at:place around:place toward:place towards:place mod:party|place poss:party head=follow|precede|halt|blunt|repel|rout|spring|thwart|foil|withstand|beat~off|fend~off poss=monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday mod=overnight
not      agent:air mod:gun|air|bomb with:gun|air|bomb by:gun|air mod=air|aerial|airborne|heart|verbal|personal|cyber|cyberattack|suicide|acid|panic|terror|ied|rocket|knife|chemical|gas|bomb|hospital|school|church|mosque|market
not      on:civ against:civ on=hospital|clinic|school|kindergarten|market|marketplace|mosque|church|synagogue|temple|healthcare|care|ambulance on.mod=refugee|health|care|medical|displaced|displacement|idp|idps for:civ on.for:civ on.poss:civ head=stop|cease
not      head=responsibility|mention head.obj=responsibility
actor    poss:party agent:party|force by:party|force mod:party|force of:party
target   on:force|party against:force|party patient:force|party
place    on:place against:place in:place near:place at:place of:place around:place toward:place towards:place mod:place patient:place
yes      The army launched an offensive against the rebels near Sake. | actor=army target=rebels place=Sake
yes      Thirteen soldiers died in Tuesday's ambush near Gao. | place=Gao
no       No group has claimed responsibility for Sunday's attack.
no       The governor made no mention of any attacks on the base.
no       He died of a heart attack.
no       Air raids on Sake killed two men.

pattern  ground.front
type     attack.ground
noun     front
need     head=open
need     head.agent:party|force head.in:place in:place
need     mod=second|new|third|another|southern|northern|eastern|western det=another det=a
not      mod=cold|popular|national|united|political|legal|diplomatic|economic|home|store|shop agent=minister
actor    head.agent:party|force
target   against:party|force
place    in:place head.in:place near:place head.near:place
yes      Rebels opened a second front in the town of Sake. | actor=Rebels place=Sake
yes      A new front was opened by the army in the town of Sake. | actor=army
no       The party opened a diplomatic front against the bill.

pattern  ground.noun.targeted
type     attack.ground
noun     attack assault ambush
need     head=target
need     head.obj=detachment|base|outpost|post|convoy|patrol|formation|barracks|position|checkpoint|garrison|unit|platoon
not      mod:air|gun|bomb mod=air|aerial|suicide|drone|rocket|missile|bomb|cyber|car with:gun|bomb head.obj:civ
target   head.obj:force|site
place    head.obj.in:place head.in:place head.near:place
yes      The attack targeted a military detachment in Gao. | target="military detachment" place=Gao
no       The attack targeted the bank's servers in Gao.

pattern  ground.recorded
type     attack.ground
noun     attack assault raid ambush incursion
need     head=record|register|document|report|occur|happen
need     head.at:place head.in:place head.near:place
need     subj mod:number head.subj=attack|assault|raid|ambush|incursion
not      mod:air|gun|bomb mod=air|drone|cyber|cyberattack|shark|heart|panic|acid|knife|aerial|suicide on:civ|site against:civ of:air
not      head.subj=police|officer
actor    by:party|force mod:party|force
target   on:force|party against:force|party
place    head.at:place head.near:place head.in:place
yes      Four attacks were recorded at Gao and Kidal. | place=Gao
no       Four heart attacks were recorded in Gao.

pattern  ground.claimed
type     attack.ground
noun     attack assault raid ambush incursion
need     head=responsibility head.obj=responsibility
need     head.agent:party|force head.head.agent:party|force
not      mod:gun|air|bomb with:gun|air|bomb mod=air|aerial|cyber|suicide|ied|rocket|missile|drone|knife|chemical|gas|bomb|hospital|school|church|mosque|market
not      on:civ against:civ head.agent.det=no head.head.agent.det=no head.agent=nobody
actor    head.agent:party|force head.head.agent:party|force
target   on:force|party against:force|party
place    on:place against:place in:place near:place at:place
yes      JNIM claimed responsibility for an ambush on an army convoy near Gao. | actor=JNIM place=Gao
no       No group has claimed responsibility for Sunday's attack near Gao.

pattern  ground.strikes
type     attack.ground
noun     strike action
need     mod=ground
actor    agent:party|force by:party|force poss:party mod:party|force
target   on:force|party against:force|party
place    on:place in:place near:place along:place
yes      The brigade conducted ground strikes near Sake. | actor=brigade place=Sake
no       The brigade conducted artillery strikes near Sake.

pattern  ground.invasion
type     attack.ground
noun     invasion
need     light of:place
need     agent:party poss:party mod:party by:party
not      light=abandon|end|stop
actor    agent:party by:party poss:party mod:party
target   of:party
place    of:place
yes      Iraq launched an invasion of Kuwait in 1990. | actor=Iraq place=Kuwait
no       The invasion of privacy angered her.

pattern  ground.fighting
type     attack.ground
noun     fighting battle clash combat firefight gunfight gunbattle skirmish hostility encounter
need     light between:force|party comp.between:force|party with:force|party against:force|party in:place for:place of:place near:place around:place over:place at:place on:place along:place mod:place|party subj head=see|witness|continue|erupt
not      head=render comp=ineffective mod=court|legal|political|election|custody|presidential
actor    agent:force|party mod:party poss:party between:force|party comp.between:force|party head.between:force|party head.comp.between:force|party
target   between:force|party comp.between:force|party head.between:force|party head.comp.between:force|party with:force|party against:force|party
place    in:place for:place of:place near:place around:place over:place at:place on:place along:place mod:place
yes      The Battle of Sake was an engagement fought between the army and the rebels. | actor=army target=rebels place=Sake
yes      It was a land battle fought between the army and the rebels for the town of Sake. | actor=army target=rebels
yes      Heavy fighting broke out in the town of Sake on Sunday. | place=Sake
yes      Fighting broke out between the army and the rebels near Sake. | actor=army target=rebels
no       A legal battle over the house began.

pattern  ground.encounter
type     attack.ground
verb     encounter
need     agent:force patient:force
need     patient:force|party
not      agent:civ patient:civ patient=resistance|difficulty|problem
actor    agent:force|party
target   patient:force|party
place    in:place near:place at:place around:place
yes      Troops encountered a group of guerrillas near Catubig. | actor=Troops place=Catubig
no       The patrol encountered a flood near Catubig.

pattern  ground.bloodshed
type     attack.ground
noun     bloodshed carnage
need     between:force|party
actor    between:force|party
target   between:force|party
place    in:place near:place
yes      It ends a month of bloodshed between the militia and the rebels in Sake. | actor=militia target=rebels place=Sake
no       The deal spared the two sides further bloodshed.

pattern  ground.after
type     attack.ground
noun     assault offensive raid ambush incursion onslaught
need     case=after|following
need     det=a|an
not      mod:air|gun|bomb agent:air mod=police|cyber|verbal|air|sexual
actor    agent:party|force by:party|force mod:party|force
target   on:force|party against:force|party
place    on:place against:place in:place near:place
yes      The villagers left after an ambush that nobody had expected.
no       The villagers left after an argument that nobody had expected.

pattern  ground.fell.in
type     attack.ground
noun     ambush assault raid incursion onslaught
need     case=in|during
need     head=kill|die|wound|injure|capture|hurt|lose|perish|fall|martyr head.obj=life
need     det=a|an mod:party by:force|party on:force|equip|place head.near:place head.in:place
not      mod:air|gun|bomb by:gun|air mod=police|cyber|verbal|air|sexual|drone|suicide
actor    by:party|force mod:party|force head.by:party|force
target   on:force|party against:force|party head.patient:force|party
place    on:place near:place in:place at:place
yes      Five soldiers were killed in an ambush near Gao. | place=Gao
yes      Nine men died in a raid by bandits near Gao. | place=Gao
no       Five soldiers were killed in an air raid near Gao.
no       Two men were hurt in a police raid in Leeds.

pattern  ground.bare
type     attack.ground
noun     fighting firefight gunfight gunbattle skirmish clash counteroffensive counter-offensive counterattack counter-attack gunfire shootout crossfire melee
not      mod=court|legal|political|election|custody|presidential|dog|cock|street-gang|culture|verbal|wild of=opinion|interest|culture|personality|civilization|ego
not      det=the case=without head=lull|pause|respite|cessation
actor    agent:force|party mod:party poss:party between:force|party of:force
target   with:force|party against:force|party between:force|party
place    in:place for:place of:place near:place around:place over:place at:place on:place along:place
yes      It follows more than a month of fighting.
yes      Officials spoke of a counter-offensive in the north.
no       The clash of opinions went on.

pattern  ground.worst
type     attack.ground
noun     fighting clash
need     det=the
need     mod=heavy|heaviest|fierce|fiercest|bloodiest|worst|latest|renewed|deadliest|increased|intense
not      mod=political|legal|verbal|court of=opinion|interest|culture
actor    agent:force|party mod:party poss:party between:force|party
target   with:force|party against:force|party between:force|party
place    in:place for:place near:place around:place over:place at:place on:place along:place
why      with an article and nothing else it is only spoken of again
yes      Families fled the heavy fighting.
no       Families fled the fighting.

pattern  ground.battle
type     attack.ground
noun     battle
need     mod=fierce|bloody|pitched|intense|heavy|long|week-long|month-long|day-long|hour-long|deadly|gun|tank|street|brutal|ferocious|decisive|protracted|raging case=after|during|amid|following
not      mod=court|legal|political|election|custody|presidential|uphill
actor    agent:force|party mod:party poss:party between:force|party
target   with:force|party against:force|party between:force|party
place    in:place for:place of:place near:place around:place over:place at:place on:place
yes      The town fell after a week-long battle in June.
no       She won the legal battle for the house.

pattern  ground.firing
type     attack.ground
noun     firing
need     mod=unprovoked|cross-border|heavy|indiscriminate|intense|sporadic|small-arms|renewed|intermittent|ceasefire mod:party across:line|place along:line|place on:force|line head=exchange|resort
not      mod=police|missile|rocket|test|squad on:civ of:gun head=practise|practice
actor    mod:party by:party|force poss:party agent:party|force
target   on:force|line
place    in:place near:place along:place across:place head.in:place head.near:place
yes      Unprovoked firing was reported near Bria. | place=Bria
no       The firing of the coach was reported near Bria.

pattern  ground.firing.they
type     attack.ground
verb     fire
need     agent:force|party
need     along:line|place along=line|border|frontier across=sector|line|border|frontier across:line into=sector
not      patient:gun|air agent:gun|air agent:civ
actor    agent:force|party
place    along:place across:place in:place
yes      Kenyan troops fired along the border near Mandera. | actor="Kenyan troops"
no       The boss fired him across the hall.

pattern  shelling.answer
type     attack.shelling
noun     wave barrage salvo series
need     case=with
need     of=strike|attack|shelling|raid|bombardment
need     head=respond|retaliate|answer|reply|hit~back|strike~back
need     head.agent:party|force
not      of:air of.mod=air|drone|aerial mod=air|drone|aerial of.mod=verbal|personal
actor    head.agent:party|force
place    on:place of.on:place in:place of.in:place head.in:place
yes      Kenya responded with a wave of strikes on the town of Kismayo. | actor=Kenya place=Kismayo
no       Kenya responded with a wave of anger.

pattern  ground.operations
type     attack.ground
noun     operation campaign
need     against:force
need     agent:force head.subj:force
need     head=expand|intensify|resume|continue|conduct|carry|launch|press|mount|wage|begin|start
not      mod=rescue|relief|psychological|air|aerial|cyber|financial|sting|police|bombing head.subj:civ
actor    agent:force head.subj:force
target   against:force
place    in:place near:place around:place at:place head.in:place head.near:place
yes      Army units expanded operations against the militants near Gao. | target=militants place=Gao
no       The operations against the militants are costly.

pattern  ground.measures
type     attack.ground
noun     measure activity action
need     mod=anti-terrorist|anti-terror|anti-terrorism|counter-terrorist|counter-terrorism|counterterrorism
need     head=launch|start|begin|conduct|carry~out|announce|take|start|beginning|launching
not      head=propose|discuss|fund
actor    agent:party|force head.subj:party|force poss:party
place    in:place head.in:place near:place
yes      Azerbaijan has launched anti-terrorist measures in Karabakh. | actor=Azerbaijan place=Karabakh
no       The senate discussed anti-terrorist measures in Brussels.

pattern  ground.operation
type     attack.ground
noun     operation campaign
need     mod=military|offensive|counteroffensive|counter-offensive|ground|clearing|combat|anti-terrorist|counter-terrorism|counterterrorism|assault|security|special|based|intelligence-based|sanitisation|sanitization
not      mod=rescue|relief|psychological|air|aerial|cyber|financial|sting|police head=reduce|halt|cease|suspend|stop|end|scale|curtail|pause|declare|director|general|chief|head|department|directorate|division
actor    agent:party|force by:party|force poss:party mod:party of:party|force
target   against:force|party
place    in:place near:place around:place at:place on:place toward:place towards:place light.toward:place light.towards:place
yes      The army began a military operation in the hills around Gao. | actor=army place=Gao
yes      The army conducted offensive operations toward Gao on Sunday. | place=Gao
yes      The offensive operations of the rebels near Gao went on. | actor=rebels place=Gao
yes      Troops conducted an intelligence-based operation in Gao. | actor=Troops place=Gao
no       The surgeon began a military operation manual.

pattern  ground.actions
type     attack.ground
noun     action
need     mod=offensive|assault
need     head=conduct|carry|launch|continue|undertake|record|observe|resume|note head.of=action by:force|party
actor    agent:party|force by:party|force poss:party mod:party
place    in:place near:place around:place at:place on:place toward:place towards:place head.in:place head.near:place head.on:place
yes      The army conducted offensive actions near Gao on Sunday. | actor=army place=Gao
no       The army took legal action near Gao.

pattern  ground.and
type     attack.ground
noun     ground
need     head=launch|conduct|continue|mount|resume|carry|intensify|renew
need     head.agent:party|force agent:party|force
actor    head.agent:party|force agent:party|force
place    head.in:place head.near:place head.on:place head.against:place head.along:place
why      the noun stands behind the second attribute: ground and air attacks
yes      The army continued ground and artillery attacks near Sake. | actor=army place=Sake
no       The army gained ground near Sake.

# Shelling

pattern  shelling.verb
type     attack.shelling
verb     shell bombard pound hammer pummel bomb mortar rocket blast batter bomb~out blitz
need     agent:party|gun|equip|force patient:place|site|force|line|ground|party|home patient=bus|car|convoy|vehicle|ambulance|train|boat|ferry|lorry|truck|tanker
not      self=battered patient:body agent:air agent.mod:air agent.mod=air by.mod=air adv=carpet mod=carpet agent=carpet
actor    agent:party
target   patient:site|force|party|home|equip|civ
place    patient:place|ground
yes      Government artillery shelled the town of Sake overnight. | place=Sake
yes      A bus full of passengers was shelled near Sake.
no       She shelled the peas.

pattern  shelling.shower
type     attack.shelling
verb     shower pelt spray rain
need     patient:place|site|ground
need     with:gun|bomb with=bomb|shell|rocket|missile|shrapnel
need     agent:party|force
actor    agent:party|force
target   patient:site
place    patient:place|ground
yes      Rebel forces showered the town of Sake with shells. | place=Sake actor=forces
no       Fans showered the town of Sake with flowers.

pattern  shelling.fire
type     attack.shelling
verb     fire launch lob hurl rain shoot unleash
need     patient:gun
not      patient=launcher|rpg patient:air agent:air head=capable into=orbit|space
actor    agent:party|force
target   at:site|force|party|line on:site|force|party|line toward:site|force|line towards:site|force|line against:site|force|line
place    at:place on:place toward:place towards:place into:place across:place against:place over:place
count    patient:number
yes      The rebels fired more than 20 rockets at the airport in Goma. | actor=rebels place=Goma count=20
no       The company launched a rocket into orbit.

pattern  shelling.fire.too
type     attack.shelling
noun     missile rocket shell projectile
need     self:number
need     head:air
need     head.head=launch|fire|unleash|send|use
not      head.head=intercept|down|destroy
actor    head.head.agent:party|force
target   head.head.at:site|force head.head.on:site|force
place    head.head.at:place head.head.against:place head.head.on:place head.head.toward:place
count    self:number
yes      The army fired 40 drones and 20 missiles at the town of Sumy. | count=20 place=Sumy actor=army
no       The army shot down 40 drones and 20 missiles over the town of Sumy.

pattern  shelling.cross
type     attack.shelling
verb     cross
need     agent:gun
need     into:place patient:line patient=border
actor    agent:party
target   -
place    into:place
count    agent:number
yes      More than 25 rockets crossed into Israel from Lebanon. | place=Israel count=25
no       Two buses crossed into Israel from Lebanon.

pattern  shelling.fire.at
type     attack.shelling
verb     fire shoot
need     at:place|site|home on:place|site|home|line into:place agent:gun
not      patient:equip patient:people|force|civ
not      agent:air patient:air
actor    agent:party|force
target   at:site on:site
place    at:place|ground on:place|ground into:place
yes      The army fired on a school near Sake. | actor=army place=Sake
yes      The rebels began firing into Goma in March. | actor=rebels place=Goma
no       The photographer fired at will.

pattern  shelling.fire.with
type     attack.shelling
verb     fire shoot open~fire
need     with:gun
need     at:force|party|equip|line|place|ground on:force|party|equip|line|place|ground toward:place|ground towards:place|ground
not      with:air
actor    agent:party|force
target   at:force|party|equip|line on:force|party|equip|line
place    at:place on:place in:place near:place toward:place towards:place
yes      The rebels fired at the army's positions near Sake by using artillery. | actor=rebels place=Sake
yes      The rebels fired on the army near Sake with mortars. | actor=rebels target=army place=Sake
no       The rebels fired at the army's positions near Sake by using rifles.

pattern  shelling.open.fire
type     attack.shelling
noun     fire
need     head=open|exchange|trade|return
need     head.with:gun head.with.of:gun head.from:gun head.using:gun
actor    agent:party|force head.agent:party|force
target   on:force|party|line|site at:force|party|line|site toward:force|party|line towards:force|party|line head.on:force|party|line|site head.at:force|party|line|site head.toward:force|line head.towards:force|line
place    in:place at:place near:place head.in:place head.at:place head.near:place
yes      The rebels opened fire on the army's positions near Goma with mortars. | actor=rebels place=Goma
no       The rebels opened fire on the army's positions near Goma.

pattern  shelling.back
type     attack.shelling
verb     fire~back shoot~back
need     agent:force|party
not      patient agent:civ agent=critic|minister|spokesman|spokesperson
actor    agent:force|party
target   at:force|party
place    at:place in:place near:place
yes      The army fired back on Tuesday. | actor=army
no       The minister fired back at her critics.

pattern  shelling.struck
type     attack.shelling
verb     hit strike target
need     patient:site|home patient=ambulance|bus|convoy patient.mod=residential|industrial|populated
not      agent obj patient.mod=hard with:gun in=earthquake|storm|flood|crash as:event adv=hard|badly
target   patient
place    patient:place in:place near:place at:place
yes      Four ambulances were struck in the city of Taiz. | place=Taiz
yes      Residential areas in Taiz were hit, the mayor said. | place=Taiz
no       Four ambulances were struck by a train in the city of Taiz.

pattern  shelling.ship
type     attack.shelling
verb     hit strike target attack
need     patient=ship|vessel|tanker|carrier|freighter|bulker|trawler|ferry|frigate|destroyer|tugboat
not      agent obj with:gun in=storm|port as:event adv=hard|badly by:air by:bomb
target   patient
place    off:place in:place near:place at:place
yes      A container ship was struck in the Red Sea on Friday. | place="Red Sea"
no       A container ship struck a rock in the Red Sea.

pattern  shelling.fire.damage
type     attack.shelling
noun     damage
need     mod=fire
need     head=inflict|deal|cause
actor    agent:party|gun|air by:party
target   on:force|party head.on:force|party
place    near:place in:place head.near:place head.in:place
yes      The artillery inflicted fire damage on two battalions near Kupiansk. | place=Kupiansk
no       The fire damage to the kitchen was slight.

pattern  shelling.hit
type     attack.shelling
verb     rain rain~down hit strike land slam crash target attack impact fall explode detonate
need     agent:gun subj:gun with:gun by:gun subj=bomb using:gun
not      agent:event patient:body
actor    agent:party
target   patient:site|force|party|home on:site|home in:site
place    patient:place|ground on:place in:place near:place
count    subj:number
yes      Two missiles hit a school in the city of Taiz. | place=Taiz
yes      The rebels targeted the village of Nubl with mortars. | place=Nubl actor=rebels
no       A storm hit the city of Taiz.

pattern  shelling.places.hit
type     attack.shelling
verb     hit strike target
need     subj=area|location|site|target|town|village|district|settlement|suburb|place
need     subj:number
need     in:place at:place near:place on:place subj.of:place subj.in:place where
not      agent obj by in:event self=hitting|striking|targeting adv=hard|badly|worst|hardest|severely patient.mod=soft|hard
place    patient:place patient.of:place in:place at:place near:place on:place patient.in:place
yes      Several towns were hit in Punjab on Sunday. | place=Punjab
yes      Nine different locations had been targeted in Punjab. | place=Punjab
no       Several towns were hit by floods in Punjab.
no       Several towns were hit hard in Punjab.

pattern  shelling.party.hit
type     attack.shelling
verb     hit strike
need     agent:party agent:force
need     patient:site|place|line|ground|equip|force
not      agent=bomber|gunman|bandit|raider|attacker|assailant|miscreant agent:civ agent:air agent:event with:air agent:gun
actor    agent:party|force
target   patient:site|force|equip|line
place    patient:place|ground
yes      Ukrainian forces struck a bridge near Kherson on Tuesday. | place=Kherson
no       The drought struck farmers near Kherson.

pattern  shelling.target
type     attack.shelling
verb     target
need     agent:party agent:force
need     patient=infrastructure|area|neighbourhood|neighborhood|district|house|home|building
need     patient.mod=residential|critical|civilian|social|energy|populated|apartment patient=infrastructure
not      agent:civ agent:air agent:event with:air by:air agent:gun agent=bomber|hacker with=sanction
actor    agent:party|force
target   patient:site|home
place    patient:place in:place near:place
yes      Rebel forces targeted critical infrastructure in Taiz. | place=Taiz actor=forces
yes      Rebel forces targeted residential areas in Taiz. | place=Taiz
no       Hackers targeted critical infrastructure in Taiz.

pattern  shelling.target.site
type     attack.shelling
verb     target
need     agent:party
need     patient=hospital|clinic|school|church|mosque|monastery|temple|market|camp|shelter|station|plant|refinery|port|factory|depot|dam|bridge
not      agent:force agent:civ agent:air agent:event with:air by:air agent:gun agent=bomber|hacker with=sanction
actor    agent:party
target   patient:site
place    patient:place patient.in:place in:place near:place
why      a state or regime has the means; fighters who target a site come on foot
yes      Last week Russia targeted a hospital in the town of Sake. | place=Sake actor=Russia
no       Hackers targeted a hospital in the town of Sake.

pattern  shelling.came
type     attack.shelling
noun     shelling bombardment fire shell rocket barrage projectile
need     head=come|originate
need     head.from:party|force head.from=side|position|territory
not      mod=sniper|small|small-arms|rifle|machine-gun|friendly|forest
actor    head.from:party|force head.from.mod:party
place    in:place on:place
yes      The shelling came from the rebels, residents of Sake said. | actor=rebels
no       The shelling came at dawn, residents of Sake said.

pattern  shelling.barrage
type     attack.shelling
noun     barrage salvo volley
not      mod:air with:air by:air mod=aerial|air|airborne mod=suicide|car|truck|roadside|forest|camp|friendly
not      mod=small|political|diplomatic
actor    agent:party|force by:party|force poss:party mod:party from:party of:party
target   on:site|force|line against:site|force|line head.patient:site|home|force|civ
place    on:place on:place in:place at:place against:place near:place around:place across:place mod:place patient:place
why      whose missiles they are, as "shelling of X" does not say
yes      A barrage of Russian missiles hit the city of Kherson. | actor=Russian
no       The minister faced a political salvo in Kherson.

pattern  shelling.noun
type     attack.shelling
noun     shelling bombardment shellfire cannonade
not      mod:air with:air by:air mod=aerial|air|airborne mod=suicide|car|truck|roadside|forest|camp|friendly
not      mod=small|political|diplomatic
actor    agent:party|force by:party|force poss:party mod:party from:party
target   on:site|force|line of:site|force|civ|line against:site|force|line head.patient:site|home|force|civ
place    of:place on:place in:place at:place against:place near:place around:place across:place mod:place patient:place
yes      The video showed the bombardment of rebel forces near Goma. | target=forces
yes      Shelling of the town of Sake by the rebels killed two people. | place=Sake
no       The forest fire burned for a week.
no       The aerial bombardment of Taiz went on.

pattern  shelling.bombing
type     attack.shelling
noun     bombing
need     mod:party mod=heavy|intense|intensive|indiscriminate|relentless|daily|nightly|sustained|fierce of:place|ground|site by:party|force poss:party light agent:party
not      mod:air mod=suicide|car|truck|roadside|air|aerial|carpet|twin|double|triple with:air by:air agent:air mod:bomb self:number in:place at:place at:site outside:place|site
actor    agent:party|force by:party|force poss:party mod:party
target   of:site|force|civ
place    of:place
yes      The bombing of Taiz by the coalition went on. | place=Taiz
no       A bombing at a hotel in Kabul was reported.

pattern  shelling.under
type     attack.shelling
noun     fire shelling bombardment
need     case=under
need     head:place
not      head.subj:civ head=village|people|minister|president
actor    mod:party
place    head:place
yes      Goma under fire as rebels advance | place=Goma
no       The minister is under fire over the bill in Goma.

pattern  shelling.fire.noun
type     attack.shelling
noun     fire
need     light mod:gun|equip|party mod=heavy|intense|indirect|incoming|enemy|retaliatory|counter-battery by:party from:party|gun of:gun on:place|site
not      self=fires
not      mod=helicopter|gunship|drone|warplane|jet|cease|small|sniper|machine-gun|machinegun|automatic|rifle|small-arms|friendly|forest|camp|direct head.comp=burn|rage head=break|burn|rage|exchange|trade|open|return|extinguish|start|cause|douse light=break|rage|open|exchange|trade|return|start|cause|begin|spread on:civ|force at:civ|force head.for=stance|remark|comment|decision|handling|failure|policy|role|statement|plan|refusal|response|record|behaviour|behavior|silence|speech|treatment|use|support|inaction|choice|bill|law|budget|reform|delay|tweet|post|joke|claim|proposal|deal head.from=critic|lawmaker|senator|regulator|investor|media|press|fan|liberal|conservative|activist|campaigner|voter|economist
actor    agent:party|force by:party|force poss:party mod:party from:party of:party
target   on:site|force|line against:site|force|line patient:force|site
place    of:place on:place in:place at:place near:place around:place across:place patient:place
yes      The town of Sake came under heavy artillery fire. | place=Sake
no       The minister came under fire from lawmakers for his remarks.
no       The fire burned for a week.
no       Fires were seen burning at a plant in Taiz.
no       The mayor reported fires and a power cut in Taiz.
no       A cease-fire was declared across North and South Vietnam.

pattern  shelling.exchange
type     attack.shelling
noun     fire
need     mod:gun mod=artillery|mortar|rocket|tank|shell
need     head=exchange|trade light
actor    head.agent:party|force agent:party|force
target   with:force|party head.with:force|party
place    in:place at:place near:place across:place head.across:place head.in:place
yes      Both armies exchanged artillery fire near Kargil. | place=Kargil
no       The two exchanged fire over lunch.

pattern  shelling.heard
type     attack.shelling
noun     explosion blast boom detonation
need     head=hear light=hear
not      mod=controlled of:air
actor    of:party mod:party
place    in:place at:place near:place head.in:place head.near:place head.across:place
yes      Explosions were heard near the port of Odesa at night. | place=Odesa
no       Laughter was heard in Odesa.

pattern  shelling.reported
type     attack.shelling
noun     explosion blast
need     head=report|record light=report|record
need     in:place head.in:place near:place head.near:place across:place head.across:place at:place head.at:place
not      det=the|this mod=controlled|gas|volcanic|car|suicide|roadside|mine|ied|truck mod:bomb of:air case=after head.agent=it
actor    -
place    in:place at:place near:place head.in:place head.near:place head.across:place head.at:place
yes      The mayor reported two explosions in Odesa. | place=Odesa
yes      An explosion was reported at the Natanz plant. | place=Natanz
no       The mayor reported a car bomb explosion in Odesa.

pattern  shelling.attack
type     attack.shelling
noun     attack strike assault hit
need     mod:gun with:gun light.with:gun head.with:gun of:gun by:gun from:gun
not      mod:air
actor    agent:party|force by:party|force poss:party mod:party
target   on:site|force|civ|line against:site|force|line head.patient:site|home|force|civ
place    on:place in:place against:place at:place near:place of:place mod:place patient:place
yes      A rocket attack on the market in Donetsk injured five people. | place=Donetsk
no       A knife attack on a guard was reported.

pattern  shelling.and.drones
type     attack.shelling
noun     attack strike assault hit barrage
need     mod:gun
need     mod=drone|uav
actor    agent:party|force by:party|force poss:party mod:party
target   on:site|force|civ|line against:site|force|line head.patient:site|home|force|civ
place    on:place in:place against:place at:place near:place of:place mod:place patient:place
yes      A missile and drone attack on the market in Donetsk injured five people. | place=Donetsk
no       A drone attack on the market in Donetsk injured five people.

pattern  shelling.strike
type     attack.shelling
again    attack.air
noun     strike
not      agent:air by=teacher|worker|driver|nurse|doctor|pilot|union mod:air mod=armed|hunger|labour|labor|general|rail|air|aerial|drone|teacher|lightning|nationwide with:air by:air
need     mod:party poss:party agent:party on:place|site|force|line|ground against:place|site|force|line by:party in:place mod=precision head=kill|wound|injure|destroy|damage|flatten|hit|level|raze|target|strike
actor    agent:party|force by:party|force poss:party mod:party
target   on:site|force|civ|line against:site|force|line head.patient:site|home|force|civ
place    on:place in:place against:place at:place near:place of:place patient:place
yes      It reported strikes on army supply depots in Kursk. | place=Kursk
yes      A Russian strike on a warehouse in Odesa killed one person. | actor=Russian place=Odesa
yes      The strike on Monday hit a house in Odesa. | target=house place=Odesa
no       A strike by teachers closed the schools.

pattern  shelling.explosion
type     attack.shelling
noun     explosion blast
need     of:gun
actor    of:party mod:party
place    in:place at:place near:place
yes      Explosions of rockets lit the sky in Goma. | place=Goma
no       An explosion of colour greeted visitors in Goma.

# From the air

pattern  air.help
type     attack.air
noun     airstrike airraid strike raid bombing bombardment campaign
need     head=aid|help|support|back|assist|cover|assistance
need     self=airstrike|airraid agent:air mod:air mod=air|aerial|airborne by:air with:air of:air
actor    by:party|force agent:party|force poss:party mod:party
target   on:site|force|civ|line against:site|force|line
place    on:place|ground in:place against:place at:place near:place of:place
why      who is helped by it is not hit
yes      The rebels took the town, aided by American air strikes. | actor=American
yes      Airstrikes near the town of Alamata have helped the army. | place=Alamata
no       The strike helped the workers of Alamata.

pattern  air.noun
type     attack.air
noun     airstrike airraid
actor    agent:party|force by:party|force poss:party mod:party
target   on:site|force|civ|line against:site|force|line head.patient:site|home|force|civ head.patient.of:force|party
place    on:place|ground in:place against:place at:place near:place of:place mod:place patient:place
yes      An airstrike on the town of Alamata killed a family. | place=Alamata
no       The strike closed the town of Alamata.

pattern  air.attack
type     attack.air
noun     strike raid attack bombing bombardment assault offensive blitz campaign
need     agent:air mod:air mod=air|aerial|airborne by:air with:air of:air
not      head=siren|alert|alarm|warning|shelter|wake|waken|awaken|awake|rouse
actor    by:party|force agent:party|force poss:party mod:party
target   on:site|force|civ|line against:site|force|line head.patient:site|home|force|civ
place    on:place|ground in:place against:place at:place near:place of:place mod:place patient:place
yes      A drone attack on a fuel depot in Belgorod started a fire. | place=Belgorod
no       A bear attack on a hiker was reported.
no       Families in Haifa were woken by air raid sirens.

pattern  air.fire.noun
type     attack.air
noun     fire
need     mod=helicopter|gunship|drone|warplane|jet
not      head=cease|draw|return
actor    agent:party|force by:party|force poss:party mod:party
target   on:site|force|civ|line head.patient:site|home|force|civ
place    on:place in:place at:place near:place head.in:place
yes      Army helicopter fire killed 12 people in Kidal. | actor=Army place=Kidal
no       Camp fire smoke rose over Kidal.

pattern  air.verb
type     attack.air
verb     bomb strike hit attack counter-attack counterattack target pound strafe destroy raid flatten level damage obliterate rocket kill blast pummel hammer batter shell bombard
need     agent:air by:air with:air
not      agent:gun head=crash|collide|crash-land patient:air patient=missile|rocket|munition
actor    agent:party
target   patient:site|force|party|home|equip|line
place    patient:place|ground
yes      Saudi warplanes bombed the port of Hodeidah. | actor=Saudi place=Hodeidah
yes      Saudi warplanes counter-attacked the rebels near Hodeidah. | actor=Saudi place=Hodeidah
no       Hail hit the port of Hodeidah.
no       A helicopter crashed near Taiz, killing nine soldiers.

pattern  air.sortie
type     attack.air
noun     sortie
need     head=fly|conduct|carry~out|make|perform light
need     agent:air|party|force head.agent:air|party|force
not      mod=training|reconnaissance|humanitarian|rescue|surveillance head.agent=nato
actor    agent:party head.agent:party
place    over:place in:place on:place against:place head.over:place head.in:place head.on:place
yes      Russian warplanes flew more than 70 sorties over Chechnya. | place=Chechnya actor=Russian
no       Rescue crews flew 70 rescue sorties over Chechnya.

pattern  air.bombers
type     attack.air
verb     strike hit attack target pound raid destroy
need     agent=bomber
need     agent.mod:party agent.mod=heavy|strategic|long-range
need     patient:site|force|party|home|equip|line|place|ground
not      agent.mod=suicide|female|male
actor    agent:party
target   patient:site|force|party|home|equip|line
place    patient:place|ground
yes      Russian bombers attacked the port of Odesa. | actor=Russian place=Odesa
no       Suicide bombers attacked the port of Odesa.

pattern  air.crash.into
type     attack.air
verb     crash slam plough plow plunge
need     subj=drone|uav agent=drone|uav
need     into:site|force|home|equip|place|supply|ground
not      adv=accidentally
actor    subj.mod:party
target   into:site|force|home|equip
place    into:place in:place near:place at:place
yes      Two drones crashed into a depot in Gao. | place=Gao
no       The car crashed into a depot in Gao.

pattern  air.carpet
type     attack.air
verb     carpet-bomb firebomb strafe bomb
need     mod=carpet adv=carpet agent=carpet self=carpet-bomb|firebomb|strafe
need     patient:place|ground|site|force|home|party|line
actor    agent:party
target   patient:site|force|party|home
place    patient:place|ground
yes      The town of Marinka has been carpet-bombed for weeks. | place=Marinka
no       They laid a carpet in the hall.

pattern  air.drop
type     attack.air
verb     drop
need     patient:air|bomb agent:air
not      patient:force|people|civ
actor    agent:party|force
target   on:site|force|civ|line
place    on:place over:place in:place
count    patient:number
no       Helicopters dropped 90 soldiers on the town of Daraya.
yes      Helicopters dropped barrel bombs on the town of Daraya. | place=Daraya
no       She dropped a hint over dinner.

pattern  air.fire
type     attack.air
verb     fire launch unleash carry~out
need     agent:air
need     patient:gun|bomb|event at:place|site|home on:place|site|home
actor    agent:party
target   at:site|force|civ|line on:site|force|civ|line against:site|force|civ|line
place    at:place on:place against:place in:place near:place
count    patient:number
yes      A helicopter fired two rockets at a checkpoint near Afrin. | place=Afrin count=2
no       The helicopter fired its engines near Afrin.

pattern  air.launch
type     attack.air
verb     launch fire send fly unleash deploy
need     patient:air
need     at:place|site|force|party on:place|site|force against:place|site|force|party toward:place|site towards:place|site into:place over:place overnight patient:number
not      patient=plane|jet|warplane|helicopter|aircraft|balloon|fighter patient:gun to:party
actor    agent:party|force
target   at:site|force|line on:site|force|line against:site|force|line
place    at:place on:place against:place toward:place towards:place into:place over:place
count    patient:number
yes      The rebels launched 14 drones at the airport in Port Sudan. | actor=rebels place="Port Sudan" count=14
no       The firm launched a new drone in Berlin.

pattern  air.launch.too
type     attack.air
noun     drone uav
need     self:number
need     head:gun
need     head.head=launch|fire|unleash|send|use
not      head.head=intercept|down|destroy
actor    head.head.agent:party|force
target   head.head.at:site|force head.head.on:site|force
place    head.head.at:place head.head.against:place head.head.on:place head.head.toward:place
count    self:number
yes      The army fired 20 missiles and 40 drones at the town of Sumy. | count=40 place=Sumy
no       The army shot down 20 missiles and 40 drones over the town of Sumy.

# Planted, thrown, buried

pattern  explosive.noun
type     attack.explosive
noun     bombing attack explosion blast detonation bomb
need     mod=suicide|car|truck|roadside|ied|mine|landmine|grenade|vehicle|parcel mod:bomb of:bomb by:bomb with:bomb
not      mod:gun|air self.mod=cluster|barrel|aerial head=dismantle|defuse|disarm|clear|neutralise|neutralize|remove|deactivate
actor    agent:party by:party poss:party mod:party head.agent:force
target   on:site|force|civ against:site|force head.patient:site|home|force|civ
place    in:place at:place near:place on:place of:place outside:place
yes      A suicide bombing at a mosque in Kabul killed 20 worshippers. | place=Kabul
no       The attack on the mosque in Kabul was condemned.

pattern  explosive.bomb
type     attack.explosive
noun     bomb
need     mod=car|roadside|truck|suicide|parcel|motorcycle|bus|homemade|nail|letter|pipe|petrol|magnetic|vehicle|remote-controlled head=explode|detonate|go|kill|injure|wound|plant|defuse|rip|tear|hit|target|blow|plant|hide|place|attach
not      mod=mortar|cluster|barrel|aerial|glide|guided|nuclear|atomic|hydrogen|dirty|dumb|smart head=drop|rain|fall head=dismantle|defuse|disarm|clear|neutralise|neutralize|remove|deactivate
actor    by:party head.agent:party|force
target   head.patient:site|civ|force
place    in:place at:place near:place on:place outside:place head.in:place head.near:place head.outside:place
yes      A bomb killed a councillor in Kabul. | place=Kabul
no       Bombs fell on the town from the air.

pattern  explosive.mine
type     attack.explosive
noun     mine landmine ied grenade
need     head=explode|detonate|go|kill|injure|wound|maim|hit|strike|attack|tear|rip|blow|destroy|damage|target
need     subj light head.patient:civ|force|people|equip|number|site head.in:place head.near:place head.on:place
not      mod=coal|gold|copper|salt|uranium|iron|lithium|diamond|cobalt|silver|zinc of=coal|gold poss:party mod:gun head=fire
actor    -
target   head.patient:civ|force|people|equip|site
place    in:place near:place on:place head.in:place head.near:place head.on:place head.at:place
yes      A landmine killed two herders near Gao. | place=Gao
yes      An IED exploded under a truck near Gao. | place=Gao
no       The gold mine near Gao killed the river.

pattern  explosive.bombing
type     attack.explosive
noun     bombing
need     self:number mod=twin|double|triple|coordinated in:place at:place|site near:place|site outside:place|site poss=monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday
not      mod:air|gun mod:party mod=heavy|intense|intensive|indiscriminate|relentless|daily|aerial|carpet of:place by:air
actor    by:party
target   at:site head.patient:site|home|force|civ
place    in:place at:place near:place outside:place
yes      A bombing at a hotel in Kabul was reported. | place=Kabul
yes      Sunday's bombing killed nine people in Gao. | place=Gao
yes      The arrests followed two bombings in Gao on Sunday. | place=Gao
no       The bombing of Taiz went on.

pattern  explosive.blast
type     attack.explosive
noun     explosion blast
need     case=after|by|from head=kill|injure|shake|shook|damage|shatter|wound|rip|tear|hit|strike|occur|rock|target|leave|destroy|happen
need     head.through:place|site|ground through:place|site|ground in:place at:place|site near:place|site outside:place|site inside:site|place mod:place head.patient:place|site|people|civ head.patient.in:place head.in:place
not      of:gun|air mod:gun|air mod=volcanic|accidental|gas
actor    by:party
target   at:site head.patient:site|home|force|civ
place    in:place at:place near:place outside:place mod:place head.patient:place head.patient.in:place head.in:place head.through:place
yes      An explosion at a mosque in the town of Ariha killed 25 fighters. | place=Ariha
yes      Four explosions shook a compound in Gao. | place=Gao
no       A gas explosion at a mill killed two workers.

pattern  explosive.field
type     attack.explosive
noun     minefield
need     head=drive|wade|walk|run|step|stray|wander|enter|hit|stumble|fall
actor    -
target   head.subj:equip|people|force|civ
place    in:place near:place head.in:place head.near:place
yes      A truck ran into a minefield near Gao. | place=Gao target=truck
no       The engineers cleared a minefield near Gao.

pattern  explosive.triggered
type     attack.explosive
verb     hit strike trigger step~on run~over drive~over
need     patient=mine|landmine patient:bomb on:bomb over:bomb
not      patient:gun|air agent:gun|air patient=plant|factory|depot
actor    -
target   agent:force|civ|equip
place    in:place near:place on:place
yes      Their vehicle hit a landmine near Gao. | place=Gao
no       Their vehicle hit a tree near Gao.

pattern  explosive.off
type     attack.explosive
verb     go~off explode
need     subj:bomb|event subj.with=explosive|explosives|bomb subj.comp.with=explosive|explosives|bomb
not      subj:gun|air
actor    subj:party
place    in:place near:place at:place outside:place
yes      The charge went off outside a court in Quetta. | place=Quetta
yes      A lorry packed with explosives went off in Quetta. | place=Quetta
no       The alarm went off in the court.

pattern  explosive.ram
type     attack.explosive
verb     ram drive crash plough plow
need     into:site|force|civ into=gate|entrance|convoy|checkpoint|wall|post patient.into=gate|entrance|convoy|checkpoint|wall|post patient.into:site|force|civ
need     agent=bomber|attacker patient:bomb patient.mod=explosive-laden|explosives-laden|laden|bomb-laden
need     agent=bomber patient:bomb patient=car|truck|vehicle|lorry|motorcycle|minibus|van
not      agent:air
actor    agent:party
target   into:site|force|civ patient.into:site|force|civ
place    in:place at:place near:place into:place
yes      A suicide bomber rammed a truck into the gate of a barracks in Gao. | place=Gao
no       The driver rammed a truck into the gate of a barracks in Gao.

pattern  explosive.with
type     attack.explosive
verb     attack target hit strike ambush
need     with:bomb using:bomb comp.patient:bomb
need     patient:force|site|place|equip|party|home|civ patient=convoy
not      agent:air patient:bomb comp.patient:gun
actor    agent:party|force
target   patient:force|site|equip|party|civ
place    patient:place in:place near:place at:place
yes      Militants attacked a convoy with a bomb in the town of Tral. | actor=Militants place=Tral
no       Militants attacked a convoy with stones in the town of Tral.

pattern  explosive.car
type     attack.explosive
verb     detonate explode blow~up go~off
need     subj=car|truck|lorry|van|vehicle|minibus|motorcycle|motorbike|rickshaw|bicycle|bus|ambulance|donkey|cart
not      obj subj=gas|fuel by:party subj:force
actor    -
place    in:place near:place at:place outside:place
yes      A parked car blew up in the city of Quetta. | place=Quetta
yes      An explosives-laden truck detonated in the city of Quetta. | place=Quetta
no       A cooker blew up in the city of Quetta.

pattern  explosive.bomber
type     attack.explosive
verb     attack hit strike target storm infiltrate
need     agent=bomber
need     patient:site|force|civ|people|home|place|party|ground inside:site|place in:site|place at:site|place near:site|place outside:site|place
not      agent:air agent.mod:party agent.mod=heavy|strategic|stealth|long-range|nuclear-capable|supersonic|escort
actor    agent:party
target   patient:site|force|civ
place    patient:place inside:place in:place at:place near:place outside:place
yes      A suicide bomber attacked the market in Bama. | place=Bama
yes      The second bomber struck outside a mosque in Bama. | place=Bama
no       Russian bombers attacked the port of Odesa.

pattern  explosive.parked
type     attack.explosive
verb     detonate
need     patient=car|motorcycle|truck|vehicle|bicycle|motorbike|van|lorry
not      agent=police|expert|sapper
actor    agent:party|force
place    in:place at:place near:place
yes      Militants remotely detonated a motorcycle in the city of Hasaka. | actor=Militants place=Hasaka
no       Militants parked a motorcycle in the city of Hasaka.

pattern  explosive.laden
type     attack.explosive
verb     hit strike ram target attack approach explode~at
need     agent.mod=explosives|explosive|laden|explosives-laden|explosive-laden|bomb-laden|booby-trapped
need     agent=vehicle|truck|car|van|lorry|boat|minibus|motorcycle|tanker|bus
target   patient:site|force|civ|equip
place    in:place at:place near:place on:place
yes      Nine people died when an explosives-laden vehicle hit a convoy in Gao. | place=Gao
no       Nine people died when a speeding vehicle hit a convoy in Gao.

pattern  explosive.verb
type     attack.explosive
verb     mine booby-trap blow~up detonate plant explode throw hurl lob toss set~off activate
need     patient:bomb|site|place|equip subj:bomb agent:bomb patient=himself|herself|themselves|itself|vest|belt
not      head=copper|gold patient:gun patient:air subj:gun patient=manpower|men|troop|reserve|unit|soldier
actor    agent:party
target   patient:site on:force at:civ|force
place    in:place at:place near:place on:place patient:place
yes      Retreating soldiers mined the hospital in Izium. | place=Izium
yes      The guerrillas activated an explosive charge in Izium. | actor=guerrillas
no       The army threw men and artillery at the town of Izium.
no       The firm mined copper for years.

# Against those who don't fight

pattern  civilians.verb
type     attack.civilians
verb     abduct kidnap murder shoot beat abuse slaughter gun~down hack stab rob crucify maim whip flog whisk~away snatch
need     patient:civ|people patient=he|she|we|i|those|some|everyone|everybody|someone
not      patient:force patient=dead|body
actor    agent:party|force
target   patient:civ|people
place    in:place at:place near:place from:place
count    patient:number
yes      Gunmen kidnapped twelve villagers near Ogossagou. | actor=Gunmen target=villagers count=12
no       The film kidnapped her attention.

pattern  civilians.men
type     attack.civilians
verb     abduct kidnap shoot behead torture mutilate lynch whip flog
need     patient=man
not      patient.poss:party|force patient.mod:party|force patient=dead agent=police patient.mod=armed|military
actor    agent:party|force
target   patient
place    in:place at:place near:place from:place
count    patient:number
yes      Raiders kidnapped nine men near Ogossagou. | count=9
no       Soldiers shot two armed men near Gao.

pattern  civilians.abduct
type     attack.civilians
verb     abduct kidnap arrest detain
need     patient:number beside:number
not      patient:people|civ|force patient=dead|body agent=police|court|officer
need     agent:party|force
actor    agent:party|force
place    in:place at:place near:place from:place
count    beside:number patient:number
yes      Bandits killed 14 and abducted 40 in Zamfara. | count=40
no       Bandits killed 14 and insulted 40 in Zamfara.

pattern  civilians.taken
type     attack.civilians
verb     take take~away drag drag~away march~away haul~away
need     patient:civ|people
need     from=school|home|house|village|bus|church|mosque|dormitory|bed|hostel|farm|vehicle|car
not      patient:force agent:civ agent=police|bus|train|plane|helicopter|flight to=hospital|clinic|safety|morgue|mortuary|shelter|court adv=home
actor    agent:party|force
target   patient:civ|people
place    in:place at:place near:place from:place from.in:place
count    patient:number
yes      Gunmen took 25 girls from their school in Ogossagou. | actor=Gunmen target=girls count=25 place=Ogossagou
no       Buses took 25 girls from their school to Ogossagou.

pattern  civilians.rustle
type     attack.civilians
verb     steal rustle drive~away drive~off
need     patient=cattle|livestock|cow|camel|goat|sheep|animal|herd patient.of=cattle|livestock|cow|camel|goat|sheep
not      agent=fox|lion|wolf|hyena
actor    agent:party|force
place    in:place at:place near:place from:place
yes      Raiders stole 200 cattle from the village of Duk. | actor=Raiders place=Duk
no       Raiders stole the show in the village of Duk.

pattern  civilians.counted
type     attack.civilians
verb     abduct kidnap rape behead torture execute
need     patient:number
need     head=kill|wound|injure|hurt|rape|abduct|kidnap|loot|rob
not      patient:people|civ|force
actor    agent:party|force
place    in:place at:place near:place head.in:place
count    patient:number
yes      Ten people were injured and two raped in an attack on Nemra. | count=2
no       Ten songs were played and two repeated in Nemra.

pattern  civilians.atrocity
type     attack.civilians
verb     execute torture massacre behead rape lynch mutilate crucify castrate
need     patient:people|civ patient=he|she|we|they|those|some|everyone
actor    agent:party|force
target   patient:civ|people
place    in:place at:place near:place from:place
count    patient:number
yes      Gunmen executed twelve civilians in the village of Ogossagou. | actor=Gunmen target=civilians count=12
no       The court executed the order.

pattern  civilians.weak
type     attack.civilians
verb     capture arrest detain deport attack target fire abuse harass intimidate terrorise terrorize mistreat hunt~down hunt
need     patient:civ on:civ at:civ
not      agent=police|court patient:force agent:gun|air at=protest|rally|demonstration
actor    agent:party|force
target   patient:civ on:civ
place    in:place at:place near:place from:place
count    patient:number
yes      The militia attacked civilians in the town of Bria. | place=Bria target=civilians
no       The militia attacked the base in the town of Bria.

pattern  civilians.seize
type     attack.civilians
verb     seize
need     patient:civ|people patient=national|citizen|consul|diplomat|truck~driver
need     agent:party|force by:party|force patient:number
not      agent=police|court|customs patient:place|site|equip|ground|supply
actor    agent:party|force by:party|force
target   patient:civ|people
place    in:place at:place near:place from:place
count    patient:number
yes      The militants seized 48 people at the consulate in Mosul. | count=48 place=Mosul
yes      Some 25 girls were seized at a school in Katsina. | place=Katsina
no       The militants seized the town of Baiji.

pattern  civilians.detain
type     attack.civilians
verb     arrest detain round~up imprison
need     patient:civ|people
need     agent:force
not      patient=militant|rebel|suspect|thief|smuggler|bandit|fighter|soldier|insurgent|terrorist|gunman agent=police|officer|agent
actor    agent:force
target   patient:civ|people
place    in:place at:place near:place from:place
count    patient:number
yes      Soldiers arrested 30 men in Pibor on Wednesday. | actor=Soldiers target=men count=30 place=Pibor
no       Police arrested 30 men in Pibor on Wednesday.

pattern  civilians.hold
type     attack.civilians
verb     hold
need     patient:civ|people
need     agent:force
not      patient:force patient:place patient=talk|funeral|prisoner in=reserve|contempt comp adv=accountable|responsible|back agent=police
actor    agent:force
target   patient:civ|people
place    in:place at:place near:place
count    patient:number
yes      The rebels have held eleven aid workers in Pibor since May. | actor=rebels count=11
no       The rebels have held eleven festivals in Pibor since May.

pattern  civilians.shield
type     attack.civilians
noun     shield
need     mod=human
need     head=use|hold|take|serve|act|keep|deploy|put of:civ|people
actor    head.agent:party|force
target   head.patient:civ|people of:civ|people
place    head.in:place in:place
count    head.patient:number
yes      The militants used residents as human shields in Sirte. | actor=militants target=residents place=Sirte
no       The knight used his shield in Sirte.

pattern  civilians.throw
type     attack.civilians
verb     throw hurl lob toss
need     patient:bomb patient=grenade|stone
need     at:civ into:civ
actor    agent:party|force
target   at:civ into:civ
place    in:place at:place near:place
yes      Soldiers threw grenades at villagers in Bria. | target=villagers place=Bria
no       Soldiers threw bread to villagers in Bria.

pattern  civilians.loot
type     attack.civilians
verb     loot pillage ransack plunder
need     patient:home|site|place|ground|supply patient=stock|store|stockpile|property|belonging|convoy|cattle|livestock|valuable|food|money|furniture|possession|grain|jewellery|jewelry|good
not      patient:force
actor    agent:party|force
target   patient:home|site
place    patient:place in:place
yes      Fighters looted homes and shops in Wad Madani. | actor=Fighters place="Wad Madani"
yes      Troops looted valuables and food in Wad Madani. | actor=Troops
no       The fund looted its savers.

pattern  civilians.hostage
type     attack.civilians
verb     take hold seize keep
need     obj=hostage comp=hostage patient=hostage
not      patient:force to=price|price|ransom|demand
actor    agent:party|force
target   patient:civ|people
place    in:place at:place near:place from:place
count    patient:number
yes      Gunmen took dozens of hostages at a school in Katsina. | actor=Gunmen place=Katsina
no       The strike held the city hostage to prices.

pattern  civilians.gas
type     attack.civilians
noun     attack strike
need     mod=chemical|gas|sarin|chlorine|poison|toxic|nerve-agent
not      head=warn|threaten|simulate mod=heart|market|price head.obj=drill|exercise
actor    agent:party|force by:party|force mod:party poss:party
target   on:civ
place    on:place in:place at:place near:place against:place
yes      A chemical attack on the town of Halabja killed hundreds. | place=Halabja
yes      A suspected gas attack in Douma was condemned. | place=Douma
no       The strike at the gas plant in Douma went on.

pattern  civilians.gas.used
type     attack.civilians
verb     use drop fire release deploy unleash
need     patient=gas|chlorine|sarin|agent|weapon|bomb|munition
need     patient=chlorine|sarin patient.mod=poison|poisonous|chlorine|toxic|chemical|mustard|nerve|sarin
need     agent:party|force in:place on:place against:place|civ|force
not      agent:civ agent=farmer|plant|factory|expert|inspector
actor    agent:party|force
target   against:civ|force on:civ|force
place    in:place on:place against:place near:place at:place
yes      The regime used poison gas in Aleppo on Tuesday. | actor=regime place=Aleppo
no       The plant used natural gas in Aleppo.

pattern  civilians.kill
type     attack.civilians
verb     kill shell bombard
need     patient:civ patient.of:civ patient=everyone|everybody
need     agent:force|party
not      agent:gun|air|equip|event|bomb patient:force head=target|shell|fire|bomb|strike|hit|pound|attack|blow|detonate|explode|bombard|launch|storm|raid|ambush|carry|open|conduct
actor    agent:party|force
target   patient:civ patient.of:civ
place    in:place at:place near:place
count    patient:number
yes      The militia killed 40 villagers in Ogossagou. | actor=militia count=40
no       Shells killed 40 villagers in Ogossagou.

pattern  civilians.prisoners
type     attack.civilians
verb     beat abuse mistreat maltreat ill-treat shoot
need     patient=prisoner|pow|captive|detainee|hostage
actor    agent:party|force
target   patient:people
place    in:place at:place near:place
count    patient:number
yes      The guards had beaten prisoners at the camp near Homs. | place=Homs
no       The guards fed the prisoners.

pattern  civilians.captives
type     attack.civilians
noun     execution killing murder torture ill-treatment mistreatment beating shooting
need     of=prisoner|pow|captive|detainee|hostage of.mod=captured|captive|surrendering|surrendered|disarmed in=custody|captivity head.in=custody|captivity
need     of:force|people
not      of.mod=political
actor    agent:party by:party|force poss:party mod:party
target   of:force|people
place    in:place at:place near:place
count    of:number
yes      The execution of nine captured soldiers near Gao was filmed. | count=9 place=Gao
no       The killing of nine soldiers near Gao was filmed.

pattern  civilians.throat
type     attack.civilians
verb     slit slash cut
need     patient=throat|neck
need     patient.of:civ|people|number patient.poss:civ|people
actor    agent:party|force
target   patient.of:civ|people|number patient.poss:civ|people
place    in:place at:place near:place
count    patient.of:number patient.poss:number
yes      Raiders slit the throats of nine farmers in Bama. | actor=Raiders place=Bama count=9
yes      They had cut the villagers' throats. | target=villagers
no       The road cuts the neck of the peninsula.

pattern  civilians.noun.men
type     attack.civilians
noun     murder execution beheading
need     of=man|woman|boy|girl|brother|father|son|people
not      of.mod=armed
actor    agent:party by:party poss:party mod:party agent:force
target   of
place    in:place at:place near:place
count    of:number
yes      Mercenaries carried out the murder of two men in Bama. | actor=Mercenaries count=2 place=Bama
no       The execution of the plan took two years.

pattern  civilians.noun
type     attack.civilians
noun     execution murder killing looting shooting arrest detention
need     of:civ|people|place on:civ against:civ in:place poss:civ mod:civ head=happen|occur
not      of:force at:line|force|ground at=position|post|checkpoint
actor    agent:party by:party poss:party mod:party
target   of:civ|people on:civ against:civ
place    in:place at:place near:place head.in:place head.near:place
count    of:number
yes      The execution of villagers in Ogossagou shocked the country. | place=Ogossagou
yes      The killings happened near Ogossagou on Monday. | place=Ogossagou
no       The torture of waiting was over.
no       The army began shooting at positions in Ogossagou.

pattern  civilians.cases
type     attack.civilians
noun     case incident instance act
need     of=rape|torture|abduction|kidnapping|abuse|killing of.mod=sexual|gender-based
need     self:number
actor    of.by:party by:party
target   of.of:civ
place    in:place at:place of.in:place head.in:place
count    self:number
yes      Clinics recorded 85 cases of rape in Ogossagou. | count=85 place=Ogossagou
no       Clinics recorded 85 cases of measles in Ogossagou.

pattern  civilians.targeting
type     attack.civilians
noun     targeting
need     of:civ|people
not      of:force
actor    poss:party|force by:party|force
target   of:civ|people
place    in:place
yes      The army's targeting of nurses in the town of Sake went on. | target=nurses place=Sake
no       The army's targeting of costs went on.

pattern  civilians.mass
type     attack.civilians
noun     execution killing disappearance
need     mod=enforced|forced|mass|summary|extrajudicial|extra-judicial|arbitrary|targeted|indiscriminate|unlawful|reprisal|retaliatory|ethnic|revenge|field
not      of:force mod=mercy|honour|honor
actor    by:party poss:party mod:party
target   of:civ|people
place    in:place at:place near:place head.in:place
count    of:number
yes      There were reports of mass killings in Ogossagou. | place=Ogossagou
yes      The UN spoke of summary executions by the rebels in Ogossagou. | place=Ogossagou
yes      Activists blame the army for enforced disappearances in Ogossagou. | place=Ogossagou
no       The execution of the plan in Ogossagou was slow.

pattern  civilians.abuses
type     attack.civilians
noun     abuse brutality mistreatment ill~treatment beating
need     by:force by:party against:civ of:civ of=prisoner|detainee|captive head.by:force
not      of=power|office|funds|alcohol|drug mod=drug|substance|verbal|alcohol
actor    by:force|party of.by:force head.by:force
target   against:civ of:civ|people
place    in:place at:place near:place
yes      There were allegations of abuses by government soldiers in Ogossagou. | actor="government soldiers" place=Ogossagou
no       There were allegations of abuse of power in Ogossagou.

pattern  civilians.crime
type     attack.civilians
noun     massacre torture abduction kidnapping atrocity beheading lynching pogrom ill-treatment rape
not      of:force of=wait|waiting|hope mod=water|oilseed|gang head:number
actor    by:party poss:party agent:party mod:party
target   of:civ|people on:civ against:civ
place    in:place at:place near:place of:place
count    of:number
yes      The massacre of villagers in Ogossagou shocked the country. | place=Ogossagou
yes      Signs of torture were found in the basement in Bucha.
no       The journey was hard on the horses.

pattern  civilians.deeds
type     attack.civilians
verb     commit perpetrate
need     agent:force|party by:force|party
need     patient=killing|execution|looting|arson|abuse|arrest|beating|violation patient.of=killing|execution|looting|arson|abuse|violation
not      patient.mod=airspace|ceasefire|truce|traffic patient.of=ceasefire|truce|agreement|airspace|law
actor    agent:party|force by:party|force
target   against:civ|people patient.of:civ|people patient.against:civ|people
place    in:place
yes      The troops are committing all forms of abuse in Ogossagou. | actor=troops place=Ogossagou
yes      The army raided villages near Ogossagou, committing extrajudicial killings. | actor=army
no       The army is committing all its reserves.

pattern  civilians.attack
type     attack.civilians
noun     attack assault fire raid shooting violence
need     on:civ against:civ on=hospital|clinic|school|kindergarten|market|marketplace|mosque|church|synagogue|temple|healthcare|care|ambulance on.mod=refugee|health|care|medical|aid|displaced|displacement|idp|idps for:civ on.for:civ on.poss:civ mod=hospital|school|church|mosque|market head.on:civ head.at:civ
not      mod:gun|air|bomb mod=air|aerial|suicide head=stop|cease|refrain|avoid|blame
actor    agent:party|force by:party|force poss:party mod:party
target   on:civ|site against:civ head.on:civ head.at:civ
place    on:place in:place at:place near:place
yes      The rebels opened fire at the survivors in Ituri. | actor=rebels target=survivors
yes      Attacks on civilians in Ituri by the militia went on. | place=Ituri
no       Attacks on the army in Ituri went on.
no       Attacks on hospitals must stop.

pattern  civilians.site
type     attack.civilians
verb     attack raid shoot~up
need     patient=hospital|clinic|school|mosque|church|synagogue|temple|marketplace|ambulance|orphanage|hotel
not      obj agent=police|virus|hacker agent:air|gun|bomb by:gun|bomb with:gun|air in=speech|interview
actor    agent:party|force by:party|force
target   patient
place    patient.in:place in:place at:place near:place
yes      A hospital was attacked in the town of Sake on Monday. | place=Sake target=hospital
no       A hospital attacked the ministry in a statement.

# Damage

pattern  damage.gunfire
type     attack.damage
verb     destroy damage flatten wreck ruin shatter burn ravage
need     agent=fire
need     agent.mod:gun|party|force
need     patient:site|home|place
actor    agent:party
target   patient:site|home
place    patient:place agent.in:place agent.on:place in:place
count    patient:number
yes      Artillery fire in the village of Sake damaged 11 private houses. | count=11 place=Sake
no       A forest fire in the village of Sake damaged 11 private houses.

pattern  damage.verb
type     attack.damage
verb     destroy damage flatten raze wreck demolish devastate level ruin obliterate pulverise pulverize gut shatter burn set~fire knock~out blow~up blow bulldoze incinerate torch ravage rip~through smash smash~up
need     patient:site|home|place patient=household|farmstead
not      patient:equip agent=earthquake|flood|storm|fire|cyclone|hurricane
actor    agent:party
target   patient:site|home patient=household|farmstead
place    patient:place
count    patient:number
yes      Rockets destroyed a school in the town of Sake. | target=school place=Sake
yes      Two private households were damaged in the town of Sake. | count=2 place=Sake
no       The flood destroyed a school in Sake.

pattern  damage.crops
type     attack.damage
verb     destroy burn torch raze devastate ravage loot
need     patient=crop|harvest|cropland|farmland|orchard|plantation|granary patient.of=farmland|cropland|crop
not      agent=earthquake|flood|storm|fire|cyclone|hurricane|drought|locust|rain|frost
actor    agent:party
target   patient
place    in:place near:place around:place
yes      Large tracts of farmland were destroyed near Sake. | place=Sake
no       The frost destroyed the harvest near Sake.

pattern  damage.works
type     attack.damage
verb     destroy demolish raze blow~up wreck obliterate burn dismantle
need     patient=bunker|hideout|trench|dugout|fortification|outpost|base|camp|stronghold|headquarters|tunnel|workshop|emplacement|barracks|position|arsenal|depot|dump|stockpile|cache|facility|warehouse|generator|transformer|pylon|pump
not      patient:equip agent=earthquake|flood|storm|fire|cyclone|hurricane patient=party|team
need     patient:number|ground|site|home agent:force|party|air|event|gun
actor    agent:party|force
target   patient:ground|site|home
place    patient.in:place patient.near:place in:place near:place at:place
count    patient:number
yes      Soldiers destroyed three bunkers near Gao. | count=3 place=Gao
yes      The strikes destroyed a hideout of the rebels near Gao. | place=Gao
no       The flood destroyed three bunkers near Gao.

pattern  damage.reduce
type     attack.damage
verb     reduce turn leave lay lie
need     to=rubble|ruin|ash|wasteland|dust into=rubble|ruin|wasteland|ash in=ruin|ruins|rubble|ash to=waste comp=pulverise|destroy|flatten|gut|devastate|shatter
need     patient:place|site|home|ground subj:place|site|home patient.of:place|site|home|ground
actor    agent:party
target   patient:site|home
place    patient:place subj:place patient.of:place in:place
yes      The village of Marinka lies in ruins. | place=Marinka
yes      Half of Marinka had been reduced to ashes. | place=Marinka
no       The shop reduced its prices to nothing.

pattern  damage.fire
type     attack.damage
verb     set catch go burn~down
need     on=fire obj=fire comp=ablaze comp=alight up=flame adv=down adv=ablaze
need     patient:site|home|place|ground subj:site|home
not      agent=lightning|storm
actor    agent:party
target   patient:site|home|ground subj:site|home
place    in:place at:place near:place around:place patient:place subj:place
count    patient:number subj:number
yes      The strike set a fuel depot in Feodosia on fire. | place=Feodosia
yes      Police set villages on fire around Gao. | place=Gao
yes      Gunmen burnt down the palace in Gao. | place=Gao target=palace
no       The idea set the class on fire.

pattern  damage.fire.to
type     attack.damage
verb     set put
need     obj=fire|torch
need     to:site|home|place|equip
not      agent=lightning|storm|spark
actor    agent:party|force
target   to:site|home|equip
place    to:place in:place to.in:place at:place near:place
count    to:number
yes      Soldiers set fire to 150 houses in Sake. | actor=Soldiers place=Sake count=150
no       The spark set fire to her sleeve.

pattern  damage.collapse
type     attack.damage
verb     collapse crumble cave~in
need     subj:site|home
need     after:event in:event from:event under:event during:event
not      after=earthquake|storm
actor    -
target   subj:site|home
place    in:place at:place
count    subj:number
yes      An apartment block collapsed after a strike in Dnipro. | place=Dnipro
no       The talks collapsed after a strike in Dnipro.

pattern  damage.told
type     attack.damage
noun     damage destruction devastation
need     head=show|assess|report|see|suffer|sustain|record|document|confirm
not      mod=collateral|brain|reputational for
target   to:site|home of:site|home
place    to:place of:place in:place at:place subj:place
why      whoever suffers, sees or reports it did none
yes      Officials reported damage to a hospital in Taiz. | place=Taiz
no       He paid for damage to the hire car.
no       The ministry announced the destruction of ten tanks.

pattern  damage.noun
type     attack.damage
noun     damage destruction devastation ruin rubble
not      mod=collateral|brain|reputational for of:equip
need     light head=cause|suffer|inflict|show|do|sustain|see|leave|assess|report|result agent:party|event to:site|place|home of:site|place|home in:place subj:place
actor    agent:party
target   to:site|home of:site|home
place    to:place of:place in:place at:place subj:place
yes      The strike caused damage to a hospital in Taiz. | place=Taiz
no       He paid for damage to the hire car.

pattern  damage.adj
type     attack.damage
adj      destroyed ruined damaged bombed-out burnt-out burning gutted
need     head:site|home
target   head:site|home
place    in:place head.in:place
count    head:number
yes      Burning buildings lit the sky.
no       The destroyed letters were never found.
