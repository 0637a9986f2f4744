#if FIXED_SEED
// Mutation runs: chance must not decide whether a mutant is seen.
[assembly: FsCheck.Xunit.Properties(Replay = "(20261123,7)")]
#endif
