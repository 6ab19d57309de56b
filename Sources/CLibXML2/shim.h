#ifndef KHABAR_CLIBXML2_SHIM_H
#define KHABAR_CLIBXML2_SHIM_H
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlversion.h>
#include <libxml/xmlwriter.h>
#include <string.h>

/// `xmlFree` is a mutable global function pointer, which Swift 6 refuses.
static inline void khabar_xmlFree(void *pointer) { xmlFree(pointer); }
#endif
