internal import CLibXML2

/// The version of libxml2 that this program was built with.
public let libxml2Version = LIBXML_DOTTED_VERSION
