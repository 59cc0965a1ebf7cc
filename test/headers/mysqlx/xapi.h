/* The declarations of the X DevAPI for C that its model speaks of. */
#ifndef TEST_MYSQLX_XAPI_H
#define TEST_MYSQLX_XAPI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mysqlx_error_struct mysqlx_error_t;
typedef struct mysqlx_session_struct mysqlx_session_t;
typedef struct mysqlx_client_struct mysqlx_client_t;
typedef struct mysqlx_session_options_struct mysqlx_session_options_t;
typedef struct mysqlx_schema_struct mysqlx_schema_t;
typedef struct mysqlx_collection_struct mysqlx_collection_t;
typedef struct mysqlx_table_struct mysqlx_table_t;
typedef struct mysqlx_stmt_struct mysqlx_stmt_t;
typedef struct mysqlx_row_struct mysqlx_row_t;
typedef struct mysqlx_result_struct mysqlx_result_t;

mysqlx_client_t *mysqlx_get_client_from_url(const char *conn_string,
                                            const char *client_opts,
                                            mysqlx_error_t **error);
void mysqlx_client_close(mysqlx_client_t *client);
mysqlx_session_t *mysqlx_get_session_from_client(mysqlx_client_t *cli,
                                                 mysqlx_error_t **error);
mysqlx_session_t *mysqlx_get_session(const char *host, int port,
                                     const char *user, const char *password,
                                     const char *database,
                                     mysqlx_error_t **error);
mysqlx_session_t *mysqlx_get_session_from_url(const char *conn_string,
                                              mysqlx_error_t **error);
void mysqlx_session_close(mysqlx_session_t *session);
int mysqlx_session_valid(mysqlx_session_t *sess);
mysqlx_schema_t *mysqlx_get_schema(mysqlx_session_t *sess,
                                   const char *schema_name, unsigned int check);
mysqlx_table_t *mysqlx_get_table(mysqlx_schema_t *schema, const char *tab_name,
                                 unsigned int check);
int mysqlx_transaction_begin(mysqlx_session_t *sess);
int mysqlx_transaction_commit(mysqlx_session_t *sess);
mysqlx_result_t *mysqlx_sql(mysqlx_session_t *sess, const char *query,
                            size_t query_len);
mysqlx_stmt_t *mysqlx_sql_new(mysqlx_session_t *sess, const char *query,
                              uint32_t length);
mysqlx_result_t *mysqlx_table_select(mysqlx_table_t *table,
                                     const char *criteria);
mysqlx_result_t *mysqlx_execute(mysqlx_stmt_t *stmt);
int mysqlx_stmt_bind(mysqlx_stmt_t *stmt, ...);
void mysqlx_free(void *obj);
mysqlx_row_t *mysqlx_row_fetch_one(mysqlx_result_t *res);
int mysqlx_next_result(mysqlx_result_t *res);
int mysqlx_store_result(mysqlx_result_t *result, size_t *num);
int mysqlx_get_sint(mysqlx_row_t *row, uint32_t col, int64_t *val);
void mysqlx_result_free(mysqlx_result_t *res);
mysqlx_error_t *mysqlx_error(void *obj);
const char *mysqlx_error_message(void *obj);

#ifdef __cplusplus
}
#endif

#endif
