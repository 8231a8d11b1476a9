#include "cli/pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"

#define MOST_THREADS 256
#define SLOTS 32u		/* for each thread, where jobs wait, */
#define MOST_SLOTS 256u		/* for all, or two for each */
#define ALONE ((size_t)1 << 20) /* bytes that wait for the one thread, */
#define WAITING ((size_t)64 << 20) /* for several */
#define KEPT ((size_t)1 << 20)	/* that a slot keeps for the next */

enum { FREE, READY, DONE };

struct sr_pool {
	struct sr_pool_use use;
	struct sr_job *job;
	size_t njob, nthread;
	size_t in, taken, out; /* jobs put in, taken up, finished, so far */
	size_t bytes;	       /* that jobs hold which are not finished */
	bool closing, stopped;
	struct sr_doc doc; /* the main thread's */
	pthread_t thread[MOST_THREADS];
	pthread_mutex_t lock;
	pthread_cond_t work, done;
};

/* The number that -j asks for; 0 asks for as many as there are cores. */
static enum sr_code threads_wanted(const struct sr_cli *cli, size_t *n,
				   struct sr_err *err)
{
	const char *text = cli->opt[SR_OPT_JOBS];
	char *end = NULL;

	*n = 1;
	if (!text)
		return SR_OK;
	long v = strtol(text, &end, 10);
	if (!text[0] || *end || v < 0 || v > MOST_THREADS)
		return sr_fail(err, SR_USAGE, text,
			       "expected a number of threads, 0 to %d",
			       MOST_THREADS);
	if (v == 0)
		v = sysconf(_SC_NPROCESSORS_ONLN);
	*n = v < 1 ? 1 : v > MOST_THREADS ? MOST_THREADS : (size_t)v;
	return SR_OK;
}

static void work_on(struct sr_pool *p, struct sr_doc *doc, struct sr_job *job)
{
	if (!job->code)
		p->use.work(p->use.user, doc, job);
}

/* What the job holds now; little may have been read from much, or much from
 * little. To be called with the lock. */
static void weigh(struct sr_pool *p, struct sr_job *job)
{
	p->bytes -= job->held;
	job->held = job->in.bytes.n + job->doc.mem.used + job->out.n;
	p->bytes += job->held;
}

static void *worker(void *arg)
{
	struct sr_pool *p = arg;
	struct sr_doc doc;

	sr_doc_init(&doc);
	pthread_mutex_lock(&p->lock);
	for (;;) {
		while (p->taken == p->in && !p->closing)
			pthread_cond_wait(&p->work, &p->lock);
		if (p->taken == p->in)
			break;
		struct sr_job *job = &p->job[p->taken++ % p->njob];
		pthread_mutex_unlock(&p->lock);
		work_on(p, &doc, job);
		pthread_mutex_lock(&p->lock);
		weigh(p, job);
		job->state = DONE;
		pthread_cond_broadcast(&p->done);
	}
	pthread_mutex_unlock(&p->lock);
	sr_doc_release(&doc);
	return NULL;
}

static void start(struct sr_pool *p, size_t n)
{
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->work, NULL);
	pthread_cond_init(&p->done, NULL);
	while (n > 1 && p->nthread < n &&
	       pthread_create(&p->thread[p->nthread], NULL, worker, p) == 0)
		p->nthread++;
}

static size_t slots_for(size_t n, bool waits)
{
	if (n == 1)
		return waits ? SLOTS : 1;
	size_t most = MOST_SLOTS > 2 * n ? MOST_SLOTS : 2 * n;
	return SLOTS * n < most ? SLOTS * n : most;
}

enum sr_code sr_pool_open(struct sr_pool **pool, const struct sr_cli *cli,
			  const struct sr_pool_use *use, struct sr_err *err)
{
	size_t n;
	enum sr_code code = threads_wanted(cli, &n, err);

	*pool = NULL;
	if (code)
		return code;
	struct sr_pool *p = calloc(1, sizeof(*p));
	size_t njob = slots_for(n, use->waits);
	if (p)
		p->job = calloc(njob, sizeof(*p->job));
	if (!p || !p->job) {
		free(p);
		return sr_fail_nomem(err, "threads");
	}
	p->use = *use;
	p->njob = njob;
	sr_doc_init(&p->doc);
	for (size_t i = 0; i < njob; i++) {
		sr_doc_init(&p->job[i].doc);
		sr_arena_init(&p->job[i].mem, SR_MAX_ARENA);
	}
	start(p, n);
	*pool = p;
	return SR_OK;
}

/* What was large is not kept for the next. */
static void empty(struct sr_pool *p, struct sr_job *job)
{
	pthread_mutex_lock(&p->lock);
	p->bytes -= job->held;
	job->held = 0;
	pthread_mutex_unlock(&p->lock);
	if (job->mem.used > KEPT)
		sr_arena_release(&job->mem);
	if (job->doc.mem.used > KEPT)
		sr_arena_release(&job->doc.mem);
}

/* Waits for the job that went in first and finishes it. */
static void finish_one(struct sr_pool *p)
{
	struct sr_job *job = &p->job[p->out++ % p->njob];

	pthread_mutex_lock(&p->lock);
	while (job->state != DONE)
		pthread_cond_wait(&p->done, &p->lock);
	job->state = FREE;
	pthread_mutex_unlock(&p->lock);
	if (!p->stopped)
		p->stopped = !p->use.finish(p->use.user, job);
	empty(p, job);
}

/* The input into the job's own memory, so that the next can be read. */
static void copy_input(struct sr_job *job, const struct sr_item *in)
{
	if (!sr_item_copy(&job->mem, in, &job->in)) {
		job->in = (struct sr_item){ .path = "" };
		job->code = sr_fail_nomem(&job->err, in->path);
	}
}

static void set_up(struct sr_job *job, const struct sr_item *in,
		   const char *sha256)
{
	sr_doc_reset(&job->doc);
	sr_arena_reset(&job->mem);
	job->out = (struct sr_str){ NULL, 0 };
	job->code = in->code;
	job->err = in->err;
	job->sha256[0] = '\0';
	if (sha256)
		memcpy(job->sha256, sha256, SR_HEX);
}

/* By the one thread there is: at once, or when there are enough of them. */
static void read_here(struct sr_pool *p, struct sr_job *job)
{
	work_on(p, &p->doc, job);
	weigh(p, job);
	job->state = DONE;
	p->in++;
	if (!p->use.waits || p->in - p->out == p->njob ||
	    p->bytes > ALONE)
		sr_pool_wait(p);
}

static bool is_full(struct sr_pool *p, size_t more)
{
	pthread_mutex_lock(&p->lock);
	bool full = p->in - p->out == p->njob || p->bytes + more > WAITING;
	pthread_mutex_unlock(&p->lock);
	return full;
}

bool sr_pool_put(struct sr_pool *p, const struct sr_item *in,
		 const char *sha256)
{
	while (p->in > p->out && is_full(p, in->bytes.n))
		finish_one(p);
	if (p->stopped)
		return false;
	struct sr_job *job = &p->job[p->in % p->njob];
	set_up(job, in, sha256);
	if (p->nthread || p->use.waits)
		copy_input(job, in);
	else
		job->in = *in;
	if (!p->nthread) {
		read_here(p, job);
		return !p->stopped;
	}
	pthread_mutex_lock(&p->lock);
	weigh(p, job);
	job->state = READY;
	p->in++;
	pthread_cond_signal(&p->work);
	pthread_mutex_unlock(&p->lock);
	return true;
}

bool sr_pool_has(const struct sr_pool *p, const char *sha256)
{
	for (size_t i = p->out; i < p->in; i++)
		if (strcmp(p->job[i % p->njob].sha256, sha256) == 0)
			return true;
	return false;
}

void sr_pool_wait(struct sr_pool *p)
{
	while (p->out < p->in)
		finish_one(p);
}

void sr_pool_close(struct sr_pool *p)
{
	if (!p)
		return;
	sr_pool_wait(p);
	pthread_mutex_lock(&p->lock);
	p->closing = true;
	pthread_cond_broadcast(&p->work);
	pthread_mutex_unlock(&p->lock);
	for (size_t i = 0; i < p->nthread; i++)
		pthread_join(p->thread[i], NULL);
	for (size_t i = 0; i < p->njob; i++) {
		sr_doc_release(&p->job[i].doc);
		sr_arena_release(&p->job[i].mem);
	}
	sr_doc_release(&p->doc);
	pthread_cond_destroy(&p->done);
	pthread_cond_destroy(&p->work);
	pthread_mutex_destroy(&p->lock);
	free(p->job);
	free(p);
}
