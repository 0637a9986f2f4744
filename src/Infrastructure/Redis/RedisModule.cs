namespace Causum.Infrastructure.Redis;

public static class RedisModule;
