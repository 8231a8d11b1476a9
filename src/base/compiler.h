/* The only place for what is not ISO C11. */
#ifndef SR_BASE_COMPILER_H
#define SR_BASE_COMPILER_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SR_ASAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define SR_ASAN 1
#endif

#ifdef SR_ASAN
#include <sanitizer/asan_interface.h>
#define SR_POISON(p, n) __asan_poison_memory_region((p), (n))
#define SR_UNPOISON(p, n) __asan_unpoison_memory_region((p), (n))
#else
#define SR_POISON(p, n) ((void)(p), (void)(n))
#define SR_UNPOISON(p, n) ((void)(p), (void)(n))
#endif

#if defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#define SR_NEON 1
#endif

#define SR_INLINE static inline __attribute__((always_inline))
#define SR_PREFETCH(p) __builtin_prefetch(p)
#define SR_LIKELY(x) __builtin_expect(!!(x), 1)
/* Code for some processors only, chosen when the program runs. */
#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#define SR_X86 1
#define SR_TARGET(features) __attribute__((target(features)))
#define SR_CPU_HAS(feature) __builtin_cpu_supports(feature)
#endif

/* The place of the lowest bit that is set; x is not 0. */
static inline unsigned sr_low_bit(uint64_t x)
{
	return (unsigned)__builtin_ctzll(x);
}

#define SR_LEN(a) (sizeof(a) / sizeof((a)[0]))

#endif
