/* Every limit on what comes from outside, in one place. Each is met with an
 * SR_LIMIT error that names it, never with a crash or a silent cut. */
#ifndef SR_BASE_LIMITS_H
#define SR_BASE_LIMITS_H

#define SR_MAX_REPORT (4u << 20)       /* bytes of one report's text */
#define SR_MAX_PAGE (16u << 20)         /* bytes of one page, with all markup */
#define SR_MAX_FILE (64u << 20)         /* bytes of a PDF or document */
#define SR_MAX_BOXES (1u << 20)        /* elements of a page that make lines */
#define SR_MAX_TAG_WORK 200000000u     /* for end tags that match nothing */
#define SR_MAX_ATTRIBUTES 256u         /* of one element */
#define SR_MAX_JSON (64u << 20)         /* bytes of one value: a feed */
#define SR_MAX_JSON_HEAD (1u << 20)     /* before the list of a larger one */
#define SR_MAX_MAIL (32u << 20)         /* bytes of a message, all attached */
#define SR_MAX_OFFICE (32u << 20)       /* bytes of a part of a document */
#define SR_MAX_OFFICE_PARTS 20000      /* files in a document's zip */
#define SR_MAX_BOOK ((size_t)256 << 20) /* bytes of a spreadsheet */
#define SR_MAX_STRINGS (256u << 20)    /* of the words that its cells share */
#define SR_MAX_SHEETS 100              /* of one */
#define SR_MAX_RTF_GROUPS 1000         /* of rich text, in one another */
#define SR_MAX_RATIO 250u              /* what is unpacked to its packed size */
#define SR_MAX_SEVEN ((size_t)256 << 20) /* bytes of a 7z archive */
#define SR_MAX_MEMBERS 10000000u       /* files of an archive */
#define SR_MAX_NESTED 8                /* archives within archives */
#define SR_MAX_ARENA ((size_t)2 << 30) /* memory one report may take */
#define SR_MAX_KEPT ((size_t)16 << 20) /* kept from report to report */
#define SR_MAX_SENTENCE 240            /* tokens; longer ones are parted */
#define SR_MAX_TOKEN_BYTES 512         /* longer runs are cut there */
#define SR_MAX_RUN 4096                /* bytes without white space; likewise */
#define SR_MAX_TABLE_FILE (64u << 20)  /* bytes of one table of the kit */
#define SR_MAX_TABLE_LINE (64u << 10)  /* bytes of one row */
#define SR_MAX_PHRASE_WORDS 16         /* words of one phrase of a table */
#define SR_MAX_GAZETTEER ((size_t)16 << 30) /* memory an import may take */
#define SR_MAX_FETCH_SECONDS 60.0      /* for one request to a server */
#define SR_MAX_REDIRECTS 5             /* from one address to the next */
#define SR_MAX_ROBOTS (512u << 10)     /* bytes of a robots.txt; RFC 9309 */
#define SR_MAX_FETCH_HOSTS 10000       /* that one run asks */
#define SR_MAX_RETRY_SECONDS 120       /* that a server may ask one to wait */
#define SR_MAX_PATH 4096
#define SR_MAX_DIR_DEPTH 32            /* folders within folders */
#define SR_MAX_CLAIM_LINE (1u << 20)   /* bytes of one line of claims given */
#define SR_MAX_CLAIM_FILE ((size_t)2 << 30)
#define SR_MAX_DECISION_CLAIMS 1000    /* that one decision speaks of */
#define SR_MAX_DECISION_TEXT 4096      /* bytes of a name or reason in it */

#endif
