//===- ocilib.h - the parts of OCILIB that our model names ----------------===//
//
// Declarations alone, after version 4, for the tests: no header of it is
// packaged.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TEST_OCILIB_H
#define CURSOR_TIDY_TEST_OCILIB_H

#define OCI_ENV_DEFAULT 0
#define OCI_ENV_THREADED 1

typedef struct OCI_Connection OCI_Connection;
typedef struct OCI_Pool OCI_Pool;
typedef struct OCI_Statement OCI_Statement;
typedef struct OCI_Resultset OCI_Resultset;
typedef struct OCI_Lob OCI_Lob;
typedef struct OCI_Error OCI_Error;
typedef void (*POCI_ERROR)(OCI_Error *err);

#ifdef __cplusplus
extern "C" {
#endif

int OCI_Initialize(POCI_ERROR err_handler, const char *lib_path, unsigned int mode);
int OCI_Cleanup(void);
OCI_Connection *OCI_ConnectionCreate(const char *db, const char *user, const char *pwd, unsigned int mode);
int OCI_ConnectionFree(OCI_Connection *con);
int OCI_Commit(OCI_Connection *con);
int OCI_Break(OCI_Connection *con);
OCI_Pool *OCI_PoolCreate(const char *db, const char *user, const char *pwd, unsigned int type, unsigned int mode, unsigned int min_con, unsigned int max_con, unsigned int incr_con, unsigned int timeout);
OCI_Connection *OCI_PoolGetConnection(OCI_Pool *pool, const char *tag);
int OCI_PoolFree(OCI_Pool *pool);
OCI_Statement *OCI_StatementCreate(OCI_Connection *con);
int OCI_StatementFree(OCI_Statement *stmt);
OCI_Connection *OCI_StatementGetConnection(OCI_Statement *stmt);
int OCI_ExecuteStmt(OCI_Statement *stmt, const char *sql);
OCI_Resultset *OCI_GetResultset(OCI_Statement *stmt);
OCI_Resultset *OCI_GetNextResultset(OCI_Statement *stmt);
int OCI_ReleaseResultsets(OCI_Statement *stmt);
int OCI_FetchNext(OCI_Resultset *rs);
int OCI_GetInt(OCI_Resultset *rs, unsigned int index);
const char *OCI_GetString(OCI_Resultset *rs, unsigned int index);
OCI_Lob *OCI_LobCreate(OCI_Connection *con, unsigned int type);
int OCI_LobFree(OCI_Lob *lob);

#ifdef __cplusplus
}
#endif

#endif
