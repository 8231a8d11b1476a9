#include "cli/pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/limits.h"

#define MOST_THREADS 256

enum { FREE, READY, DONE };

struct sr_pool {
	struct sr_pool_use use;
	struct sr_job *job;
	size_t njob, nthread;
	size_t in, taken, out; /* jobs put in, taken up, finished, so far */
	bool closing, stopped;
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

static void work_on(struct sr_pool *p, struct sr_job *job)
{
	if (!job->code)
		p->use.work(p->use.user, job);
}

static void *worker(void *arg)
{
	struct sr_pool *p = arg;

	pthread_mutex_lock(&p->lock);
	for (;;) {
		while (p->taken == p->in && !p->closing)
			pthread_cond_wait(&p->work, &p->lock);
		if (p->taken == p->in)
			break;
		struct sr_job *job = &p->job[p->taken++ % p->njob];
		pthread_mutex_unlock(&p->lock);
		work_on(p, job);
		pthread_mutex_lock(&p->lock);
		job->state = DONE;
		pthread_cond_broadcast(&p->done);
	}
	pthread_mutex_unlock(&p->lock);
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

enum sr_code sr_pool_open(struct sr_pool **pool, const struct sr_cli *cli,
			  const struct sr_pool_use *use, struct sr_err *err)
{
	size_t n;
	enum sr_code code = threads_wanted(cli, &n, err);

	*pool = NULL;
	if (code)
		return code;
	struct sr_pool *p = calloc(1, sizeof(*p));
	size_t njob = n > 1 ? 2 * n : 1;
	if (p)
		p->job = calloc(njob, sizeof(*p->job));
	if (!p || !p->job) {
		free(p);
		return sr_fail_nomem(err, "threads");
	}
	p->use = *use;
	p->njob = njob;
	for (size_t i = 0; i < njob; i++) {
		sr_doc_init(&p->job[i].doc);
		sr_arena_init(&p->job[i].mem, SR_ITEM_ROOM);
	}
	start(p, n);
	*pool = p;
	return SR_OK;
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
}

/* The input into the job's own memory, so that the next can be read. */
static bool copy_input(struct sr_job *job, const struct sr_item *in)
{
	sr_arena_reset(&job->mem);
	return sr_item_copy(&job->mem, in, &job->in);
}

static void set_up(struct sr_job *job, const struct sr_item *in, void *more)
{
	sr_doc_reset(&job->doc);
	job->out = (struct sr_json){ .mem = &job->doc.mem };
	job->code = in->code;
	job->err = in->err;
	job->more = more;
}

bool sr_pool_put(struct sr_pool *p, const struct sr_item *in, void *more)
{
	if (p->in - p->out == p->njob)
		finish_one(p);
	if (p->stopped)
		return false;
	struct sr_job *job = &p->job[p->in % p->njob];
	set_up(job, in, more);
	if (!p->nthread) {
		job->in = *in;
		work_on(p, job);
		p->stopped = !p->use.finish(p->use.user, job);
		return !p->stopped;
	}
	if (!copy_input(job, in))
		job->code = sr_fail_nomem(&job->err, in->path);
	pthread_mutex_lock(&p->lock);
	job->state = READY;
	p->in++;
	pthread_cond_signal(&p->work);
	pthread_mutex_unlock(&p->lock);
	return true;
}

bool sr_pool_is_alone(const struct sr_pool *p)
{
	return !p->nthread;
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
	while (p->out < p->in)
		finish_one(p);
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
	pthread_cond_destroy(&p->done);
	pthread_cond_destroy(&p->work);
	pthread_mutex_destroy(&p->lock);
	free(p->job);
	free(p);
}
