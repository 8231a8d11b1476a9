-- Schema 8: indices that no question uses, or that cost each report more than
-- they save a question (docs/decisions/141). Places are compared by folded
-- names and by distance, and whoever asks for a type of claims gets so many of
-- them that going through all is as quick.
DROP INDEX report_by_words;
DROP INDEX claim_by_type;
DROP INDEX claim_by_place;
