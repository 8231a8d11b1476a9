pattern  flood
type     civil.hardship
disposition lost
verb     flood
yes      The river flooded the town.
no       The inbox was flooded with mail.
