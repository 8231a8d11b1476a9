# Who holds what: control.*

pattern  seize.verb
type     control.seize
verb     seize capture occupy overrun conquer
need     patient:ground|place
actor    agent:party
place    patient:place
yes      Rebels seized the town of Kidal on Friday. | actor=Rebels place=Kidal
no       Customs officers seized two kilograms of heroin.
