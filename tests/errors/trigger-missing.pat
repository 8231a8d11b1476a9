pattern  flood
type     civil.hardship
yes      The river flooded the town.
no       The inbox was flooded with mail.
