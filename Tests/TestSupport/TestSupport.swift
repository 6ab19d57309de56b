/// Shared helpers of the tests.
public enum TestSupport {}
