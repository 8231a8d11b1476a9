-- A ledger as sitrep 0.1.0 wrote it with schema 1: two reports, one of them under two
-- names, five claims, a refusal. The upgrade is tested on it.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta (
	key TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('schema','1');
CREATE TABLE run (
	id INTEGER PRIMARY KEY,
	program TEXT NOT NULL,
	kit TEXT NOT NULL,      -- SHA-256 of its tables and models
	options TEXT NOT NULL,
	started TEXT NOT NULL,
	finished TEXT,          -- NULL: broken off
	nnew INTEGER NOT NULL DEFAULT 0,
	nknown INTEGER NOT NULL DEFAULT 0,
	nrefused INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO run VALUES(1,'0.1.0','a37a1c084299231d9c50a555fbfc9f189e8eabca509012dc7246c8d5b4257745','','2024-06-01T12:00:00Z','2024-06-01T12:00:00Z',2,1,1);
CREATE TABLE report (
	id INTEGER PRIMARY KEY,
	sha256 TEXT NOT NULL UNIQUE, -- of the bytes as received
	words_sha256 TEXT,           -- of the text without its white space's form
	name TEXT NOT NULL,          -- under which it came first
	learnt TEXT NOT NULL,        -- when the ledger got it
	text TEXT NOT NULL,
	received BLOB,               -- the bytes, where text is not the same
	run INTEGER NOT NULL REFERENCES run
) STRICT;
INSERT INTO report VALUES(1,'565149118c856e5bcdc45fe6bbd8623906416117c125a8c96ee1a640891ced91','3db6d875977a3bd3aea13cb7bbf0aacfb44827b78997b2513b813de93c1f5b5f','a.txt','2024-06-01T12:00:00Z',replace('Title: Rebels take Kidal\nPublisher: The Desert Post\nDate: 2024-05-04\n\nRebels seized Kidal on 3 May. At least 12 soldiers were killed, the army said.\nThe governor denied that the town had fallen.\n','\n',char(10)),NULL,1);
INSERT INTO report VALUES(2,'0514f39659e49f22874ea75eabbfdddbf8479ed0478229ac1a67cb98ec443663','064dfdcfdb909cfe6ece484b456832fc160867974c3f9492b3af33bcc871e141','b.txt','2024-06-01T12:00:00Z',replace(replace('Publisher: Sahel Wire\r\nDate: 2024-05-20\r\n\r\nThe army retook Kidal on 18 May, a witness said.\r\n','\r',char(13)),'\n',char(10)),NULL,1);
CREATE TABLE name (
	report INTEGER NOT NULL REFERENCES report,
	name TEXT NOT NULL,
	learnt TEXT NOT NULL,
	PRIMARY KEY (report, name)
) STRICT, WITHOUT ROWID;
INSERT INTO name VALUES(1,'c.txt','2024-06-01T12:00:00Z');
CREATE TABLE reading (
	report INTEGER NOT NULL REFERENCES report,
	run INTEGER NOT NULL REFERENCES run,
	title TEXT,
	publisher TEXT,
	author TEXT,
	url TEXT,
	dateline TEXT,
	published_from TEXT,
	published_to TEXT,
	published_inferred INTEGER NOT NULL,
	nclaim INTEGER NOT NULL,
	PRIMARY KEY (report, run)
) STRICT, WITHOUT ROWID;
INSERT INTO reading VALUES(1,1,'Rebels take Kidal','The Desert Post',NULL,NULL,NULL,'2024-05-04','2024-05-04',0,4);
INSERT INTO reading VALUES(2,1,NULL,'Sahel Wire',NULL,NULL,NULL,'2024-05-20','2024-05-20',0,1);
CREATE TABLE claim (
	id INTEGER PRIMARY KEY,
	report INTEGER NOT NULL,
	run INTEGER NOT NULL,
	ord INTEGER NOT NULL,        -- place among its reading's claims
	key TEXT NOT NULL,
	type TEXT NOT NULL,
	status TEXT NOT NULL,
	actor TEXT, actor_side TEXT,
	actor_from INTEGER, actor_to INTEGER, actor_row INTEGER,
	target TEXT, target_side TEXT,
	target_from INTEGER, target_to INTEGER, target_row INTEGER,
	place TEXT, place_role TEXT, place_country TEXT,
	place_id INTEGER,            -- GeoNames; negative: of our own tables
	lat REAL, lon REAL, radius_km REAL,
	place_from INTEGER, place_to INTEGER,
	day_from TEXT, day_to TEXT, day_basis TEXT NOT NULL,
	day_known INTEGER NOT NULL,
	day_at_from INTEGER, day_at_to INTEGER,
	count_low INTEGER, count_high INTEGER, unit TEXT,
	count_total INTEGER NOT NULL, count_further INTEGER NOT NULL,
	count_from INTEGER, count_to INTEGER,
	speaker TEXT, speaker_from INTEGER, speaker_to INTEGER,
	via TEXT, disposition TEXT,
	evidence_from INTEGER NOT NULL, evidence_to INTEGER NOT NULL,
	point_from INTEGER NOT NULL, point_to INTEGER NOT NULL,
	words TEXT NOT NULL,         -- the evidence
	rule TEXT NOT NULL,
	confidence INTEGER NOT NULL,
	FOREIGN KEY (report, run) REFERENCES reading
) STRICT;
INSERT INTO claim VALUES(1,1,1,0,'a17b25e82e9f576f','control.seize','asserted','Rebels','MNLA',7,13,4294967295,NULL,NULL,NULL,NULL,NULL,'Kidal','at','ML',2455290,18.443449999999998567,1.4092100000000000736,2.0,19,24,'2024-05-04','2024-05-04','report',1,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,7,24,7,24,'Rebels take Kidal','seize.take',926);
INSERT INTO claim VALUES(2,1,1,1,'d39cd5eead8b4ecb','control.seize','asserted','Rebels','MNLA',70,76,4294967295,NULL,NULL,NULL,NULL,NULL,'Kidal','at','ML',2455290,18.443449999999998567,1.4092100000000000736,2.0,84,89,'2024-05-03','2024-05-03','explicit',1,93,98,NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,70,98,70,98,'Rebels seized Kidal on 3 May','seize.verb',950);
INSERT INTO claim VALUES(3,1,1,2,'43ecb4514802c730','loss.killed','asserted',NULL,NULL,NULL,NULL,NULL,'soldiers','ML',109,120,4294967295,'Kidal','at','ML',2455290,18.443449999999998567,1.4092100000000000736,2.0,84,89,'2024-05-04','2024-05-04','report',1,NULL,NULL,12000,NULL,'people',0,0,100,120,'the army',134,142,NULL,NULL,100,132,100,132,'At least 12 soldiers were killed','killed.verb',982);
INSERT INTO claim VALUES(4,1,1,3,'4ca313b26c8e4ab2','control.seize','denied',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Kidal','at','ML',2455290,18.443449999999998567,1.4092100000000000736,2.0,84,89,'2024-05-04','2024-05-04','report',1,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,'The governor',149,161,NULL,NULL,174,193,174,193,'the town had fallen','seize.fall',772);
INSERT INTO claim VALUES(5,2,1,0,'492d77cdf2d7fbac','control.retake','asserted','army','ML',43,51,4294967295,NULL,NULL,NULL,NULL,NULL,'Kidal','at','ML',2455290,18.443449999999998567,1.4092100000000000736,2.0,59,64,'2024-05-18','2024-05-18','explicit',1,68,74,NULL,NULL,NULL,0,0,NULL,NULL,'a witness',76,85,NULL,NULL,43,74,43,74,'The army retook Kidal on 18 May','retake.verb',980);
CREATE TABLE refusal (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	sha256 TEXT,
	bytes INTEGER,
	learnt TEXT NOT NULL,
	code TEXT NOT NULL,
	place TEXT NOT NULL,
	reason TEXT NOT NULL,
	run INTEGER NOT NULL REFERENCES run
) STRICT;
INSERT INTO refusal VALUES(1,'empty.txt','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',0,'2024-06-01T12:00:00Z','refused','empty.txt','empty: expected a report''s text',1);
CREATE TABLE log (
	seq INTEGER PRIMARY KEY,
	at TEXT NOT NULL,
	kind TEXT NOT NULL,          -- run, report, name, reading, refusal
	subject TEXT NOT NULL,
	digest TEXT NOT NULL,
	hash TEXT NOT NULL
) STRICT;
INSERT INTO log VALUES(1,'2024-06-01T12:00:00Z','run','1','05d078eec0401e5368d8285d186c6649c4e40814ecbe2de4113a41efcc3247c6','67c402de3660efae48730331f6b9beb6d8510097cc813e1049645aeebc954f66');
INSERT INTO log VALUES(2,'2024-06-01T12:00:00Z','report','565149118c856e5bcdc45fe6bbd8623906416117c125a8c96ee1a640891ced91','f52560ba4d5513917e6b6efdb45b9a79f9cabdc2aac0a52ad4fea33ac2f58a3e','0373b39514c912d34b0a6e887d1e9570b7fb865f6a02c49e0ec7bd423191e2cb');
INSERT INTO log VALUES(3,'2024-06-01T12:00:00Z','reading','565149118c856e5bcdc45fe6bbd8623906416117c125a8c96ee1a640891ced91/1','66f1030a8bb665454dab13983e21aaabcea18eaf0bcc9fa437b556e351e2e10a','6292e07d12e1c0053db9bfc0c22b9ad99bf2f89ec31ca5a040444e849904b0ae');
INSERT INTO log VALUES(4,'2024-06-01T12:00:00Z','report','0514f39659e49f22874ea75eabbfdddbf8479ed0478229ac1a67cb98ec443663','b5678c07646865463152cbe2b8361f326452e73d1a809fbbec30607b0185bd8b','491dec4bdce30ed70c3170eab14cf90ba540dfebc380f027f2332597c3c13a74');
INSERT INTO log VALUES(5,'2024-06-01T12:00:00Z','reading','0514f39659e49f22874ea75eabbfdddbf8479ed0478229ac1a67cb98ec443663/1','5874da6271416326ce2cdc18e2690332b0fdd998d5aaab6e9354fb4827ab091d','38869b7b21b4b5be3cf56a7edf2b11abad7c23bf037eea791e8be192158152ff');
INSERT INTO log VALUES(6,'2024-06-01T12:00:00Z','refusal','1','163a36ef67db25b74dda99546efc3e84d39ca4db007a4c97f3164c62b6483be9','daaa3d9d9542603be74b4eeb95f41c62f98347627d67da193c38b0dfa1e68fac');
INSERT INTO log VALUES(7,'2024-06-01T12:00:00Z','name','565149118c856e5bcdc45fe6bbd8623906416117c125a8c96ee1a640891ced91/c.txt','6d72334fd1b313397f9a3ed11e34aeab3675ac630f5822a3dd083ab25e60da2e','d0ed555caacf243d9cf2f912926ba11adce01b459270112681778d2be3bc46d3');
CREATE INDEX report_by_words ON report (words_sha256);
CREATE UNIQUE INDEX claim_of_reading ON claim (report, run, ord);
CREATE INDEX claim_by_key ON claim (key);
CREATE INDEX claim_by_type ON claim (type, day_to);
CREATE INDEX claim_by_place ON claim (place_id, type);
CREATE UNIQUE INDEX refusal_once
	ON refusal (name, coalesce(sha256, ''), reason);
CREATE TRIGGER log_is_kept BEFORE DELETE ON log
	BEGIN SELECT raise(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_is_fixed BEFORE UPDATE ON log
	BEGIN SELECT raise(ABORT, 'the log only grows'); END;
PRAGMA application_id = 1397314642;
PRAGMA user_version = 1;
COMMIT;
