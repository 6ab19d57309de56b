internal import CZlib

/// The version of zlib that this program was built with.
public let zlibVersion = ZLIB_VERSION
