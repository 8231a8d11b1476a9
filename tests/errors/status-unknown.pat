pattern  flood
type     civil.hardship
status   maybe
verb     flood
yes      The river flooded the town.
no       The inbox was flooded with mail.
