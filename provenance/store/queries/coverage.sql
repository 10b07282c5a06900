/* What was analysed and what was not, by stage and language */
SELECT stage, language, done, not_done, reason FROM coverage;
