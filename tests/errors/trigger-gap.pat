pattern  flood
type     civil.hardship
verb     flood  drown
yes      The river flooded the town.
no       The inbox was flooded with mail.
