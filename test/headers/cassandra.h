//===- cassandra.h - the parts of the C/C++ driver that our model names ---===//
//
// Declarations alone, after version 2.x, for the tests: no header of it is
// packaged.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TEST_CASSANDRA_H
#define CURSOR_TIDY_TEST_CASSANDRA_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { cass_false = 0, cass_true = 1 } cass_bool_t;
typedef enum { CASS_OK = 0, CASS_ERROR_LIB_BAD_PARAMS = 1 } CassError;
typedef struct CassCluster_ CassCluster;
typedef struct CassSession_ CassSession;
typedef struct CassStatement_ CassStatement;
typedef struct CassBatch_ CassBatch;
typedef struct CassFuture_ CassFuture;
typedef struct CassPrepared_ CassPrepared;
typedef struct CassResult_ CassResult;
typedef struct CassErrorResult_ CassErrorResult;
typedef struct CassIterator_ CassIterator;
typedef struct CassRow_ CassRow;
typedef struct CassValue_ CassValue;
typedef struct CassSsl_ CassSsl;
typedef enum { CASS_BATCH_TYPE_LOGGED = 0 } CassBatchType;
typedef void (*CassFutureCallback)(CassFuture *future, void *data);

CassCluster *cass_cluster_new(void);
void cass_cluster_free(CassCluster *cluster);
CassError cass_cluster_set_contact_points(CassCluster *cluster, const char *contact_points);
void cass_cluster_set_ssl(CassCluster *cluster, CassSsl *ssl);
CassSsl *cass_ssl_new(void);
void cass_ssl_free(CassSsl *ssl);

CassSession *cass_session_new(void);
void cass_session_free(CassSession *session);
CassFuture *cass_session_connect(CassSession *session, const CassCluster *cluster);
CassFuture *cass_session_connect_keyspace(CassSession *session, const CassCluster *cluster, const char *keyspace);
CassFuture *cass_session_close(CassSession *session);
CassFuture *cass_session_prepare(CassSession *session, const char *query);
CassFuture *cass_session_execute(CassSession *session, const CassStatement *statement);
CassFuture *cass_session_execute_batch(CassSession *session, const CassBatch *batch);

void cass_future_free(CassFuture *future);
CassError cass_future_set_callback(CassFuture *future, CassFutureCallback callback, void *data);
cass_bool_t cass_future_ready(CassFuture *future);
void cass_future_wait(CassFuture *future);
CassError cass_future_error_code(CassFuture *future);
void cass_future_error_message(CassFuture *future, const char **message, size_t *message_length);
const CassResult *cass_future_get_result(CassFuture *future);
const CassErrorResult *cass_future_get_error_result(CassFuture *future);
const CassPrepared *cass_future_get_prepared(CassFuture *future);

CassStatement *cass_statement_new(const char *query, size_t parameter_count);
void cass_statement_free(CassStatement *statement);
CassError cass_statement_bind_int32(CassStatement *statement, size_t index, int32_t value);
void cass_prepared_free(const CassPrepared *prepared);
CassStatement *cass_prepared_bind(const CassPrepared *prepared);
CassBatch *cass_batch_new(CassBatchType type);
void cass_batch_free(CassBatch *batch);
CassError cass_batch_add_statement(CassBatch *batch, const CassStatement *statement);

void cass_result_free(const CassResult *result);
size_t cass_result_row_count(const CassResult *result);
const CassRow *cass_result_first_row(const CassResult *result);
void cass_error_result_free(const CassErrorResult *error_result);
CassIterator *cass_iterator_from_result(const CassResult *result);
void cass_iterator_free(CassIterator *iterator);
cass_bool_t cass_iterator_next(CassIterator *iterator);
const CassRow *cass_iterator_get_row(const CassIterator *iterator);
const CassValue *cass_row_get_column(const CassRow *row, size_t index);
const CassValue *cass_row_get_column_by_name(const CassRow *row, const char *name);
CassError cass_value_get_int32(const CassValue *value, int32_t *output);
CassError cass_value_get_string(const CassValue *value, const char **output, size_t *output_size);

#ifdef __cplusplus
}
#endif

#endif
