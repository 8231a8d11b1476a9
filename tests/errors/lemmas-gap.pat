pattern  flood
type     civil.hardship
need     patient=town||city
verb     flood
yes      The river flooded the town.
no       The inbox was flooded with mail.
