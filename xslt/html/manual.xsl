<?xml version="1.0" encoding="UTF-8"?>
<!--
  The encoding manual: the customization (`schema/verbale.odd`) as pages for people, one for each element.

      <edition xmlns="urn:verbale:edition" title="…"><TEI xmlns="http://www.tei-c.org/ns/1.0">…<schemaSpec/>…</TEI></edition>
          →  <files><file path="manual/index.html">…</file> <file path="manual/persName.html">…</file> …</files>
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:e="urn:verbale:edition"
    xmlns:v="urn:verbale:xslt"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:eg="http://www.tei-c.org/ns/Examples"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:import href="frame.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes"/>

  <!-- Elements, classes and macros by name. -->
  <xsl:key name="v:spec" match="elementSpec | classSpec | macroSpec | dataSpec" use="@ident"/>

  <!-- The elements that are members of a class. -->
  <xsl:key name="v:member" match="elementSpec" use="classes/memberOf/@key"/>

  <!-- Prose: `<gi>p</gi>` → `<a href="p.html"><code>&lt;p&gt;</code></a>`. -->
  <xsl:mode name="v:prose" on-no-match="shallow-skip"/>

  <!-- Content models in the usual signs: `(head | %mark)*, item+`. -->
  <xsl:mode name="v:model" on-no-match="fail"/>

  <xsl:template match="/" as="element(files)" xpath-default-namespace="">
    <xsl:variable name="edition" as="element(e:edition)" select="e:edition"/>
    <files xmlns="">
      <xsl:sequence select="v:manual-index($edition)"/>
      <xsl:for-each select="$edition//*:elementSpec">
        <xsl:sequence select="v:element-page($edition, .)"/>
      </xsl:for-each>
    </files>
  </xsl:template>

  <!-- One page of the manual: its file name, its title, its content → `<file path="manual/p.html">…</file>`. -->
  <xsl:function name="v:manual-file" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="main" as="node()*"/>
    <xsl:variable name="page" as="element(h:html)">
      <xsl:call-template name="v:page">
        <xsl:with-param name="edition" select="$edition"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="root" select="'../'"/>
        <xsl:with-param name="current" select="'about'"/>
        <xsl:with-param name="main" select="$main"/>
      </xsl:call-template>
    </xsl:variable>
    <file xmlns="" path="manual/{$name}.html">{serialize($page, map { 'method': 'html', 'html-version': 5.0, 'indent': false() })}</file>
  </xsl:function>

  <!-- The front page: the prose, then all elements by what they are for → manual/index.html -->
  <xsl:function name="v:manual-index" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="body" as="element(body)" select="$edition/TEI/text/body"/>
    <xsl:variable name="main" as="element()+">
      <article class="prose">
        <h1>{$body/head}</h1>
        <xsl:apply-templates select="$body/div[not(schemaSpec)]" mode="v:prose"/>
        <h2 id="elements">Elements</h2>
        <xsl:for-each-group select="$body//elementSpec" group-by="@module">
          <xsl:sort select="v:module-name(@module)"/>
          <h3>{v:module-name(current-grouping-key())}</h3>
          <dl class="elements">
            <xsl:for-each select="current-group()">
              <dt>{' '}<xsl:sequence select="v:element-link(@ident)"/></dt>
              <dd>{desc}</dd>
            </xsl:for-each>
          </dl>
        </xsl:for-each-group>
      </article>
    </xsl:variable>
    <xsl:sequence select="v:manual-file($edition, 'index', 'Encoding manual', $main)"/>
  </xsl:function>

  <!-- What a module of TEI is about: `namesdates` → `Names, persons, places`. -->
  <xsl:function name="v:module-name" as="xs:string">
    <xsl:param name="module" as="xs:string"/>
    <xsl:variable name="names" as="map(xs:string, xs:string)" select="map {
        'core': 'Paragraphs, lists, notes, names, dates', 'corpus': 'Setting', 'figures': 'Tables', 'gaiji': 'Characters',
        'header': 'The header', 'linking': 'Places in the text, blocks, lists that stand apart',
        'msdescription': 'The paper and the archive', 'namesdates': 'Names, persons, places, bodies',
        'spoken': 'What happens meanwhile', 'tagdocs': 'Names of elements', 'textstructure': 'The document and its parts',
        'transcr': 'Furniture of the page, supplied letters' }"/>
    <xsl:sequence select="($names($module), $module)[1]"/>
  </xsl:function>

  <!-- A link to the page of an element: `p` → `<a href="p.html"><code>&lt;p&gt;</code></a>`. -->
  <xsl:function name="v:element-link" as="element(h:a)">
    <xsl:param name="name" as="xs:string"/>
    <a href="{$name}.html"><code>&lt;{$name}&gt;</code></a>
  </xsl:function>

  <!-- The page of one element: what it is for, an example, its attributes, what it may hold and where it may stand:
       <elementSpec ident="said">… → manual/said.html -->
  <xsl:function name="v:element-page" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:variable name="main" as="element()+">
      <article class="prose">
        <p class="kicker"><a href="index.html#elements">Encoding manual</a></p>
        <h1>&lt;{$spec/@ident}&gt;</h1>
        <p class="lead">{$spec/desc}</p>
        <xsl:apply-templates select="$spec/remarks/p" mode="v:prose"/>
        <h2>Example</h2>
        <pre class="example"><code>{v:example($spec/exemplum/eg:egXML)}</code></pre>
        <h2>Attributes</h2>
        <xsl:sequence select="v:attributes($spec)"/>
        <h2>May hold</h2>
        <p><xsl:apply-templates select="$spec/content/*" mode="v:model"/></p>
        <h2>May stand in</h2>
        <p>
          <xsl:for-each select="v:parents($spec)">
            <xsl:sequence select="v:element-link(.)"/>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </p>
        <xsl:if test="$spec/constraintSpec">
          <h2>Rules</h2>
          <ul>
            <xsl:for-each select="$spec/constraintSpec">
              <li><code>{replace(@ident, '^(\w+)\.([\w-]+).*', '$1/$2')}</code>: {normalize-space(.//sch:assert)}</li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </article>
    </xsl:variable>
    <xsl:sequence select="v:manual-file($edition, $spec/@ident, '&lt;' || $spec/@ident || '&gt;', $main)"/>
  </xsl:function>

  <!-- An example as it is typed: without the namespace of examples: <egXML xmlns="…"><p>a</p></egXML> → '<p>a</p>'
       -->
  <xsl:function name="v:example" as="xs:string">
    <xsl:param name="example" as="element(eg:egXML)"/>
    <xsl:variable name="text" as="xs:string" select="
        string-join($example/node() ! serialize(., map { 'method': 'xml', 'omit-xml-declaration': true() }))"/>
    <xsl:sequence select="replace($text, ' xmlns(:\w+)?=&quot;[^&quot;]*&quot;', '')"/>
  </xsl:function>

  <!-- The attributes of an element: its own first, then those of its classes: <attDef ident="who"><desc>Who
       speaks.</desc></attDef> → <dt>who</dt> <dd>Who speaks.</dd> -->
  <xsl:function name="v:attributes" as="element(h:dl)">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:variable name="inherited" as="element(attDef)*"
        select="$spec/classes/memberOf/key('v:spec', @key)/attList/attDef[not(@ident = $spec/attList/attDef/@ident)]"/>
    <dl class="attributes">
      <xsl:for-each select="$spec/attList/attDef, $inherited">
        <dt><code>{@ident}</code>{if (@usage = 'req') then ' (required)' else ''}</dt>
        <dd>
          <xsl:text>{desc} </xsl:text>
          <small>{key('v:spec', datatype/dataRef/@key)/desc}{if (datatype/@maxOccurs) then ' One or more, separated by white space.' else ''}</small>
          <xsl:if test="valList">
            <ul>
              <xsl:for-each select="valList/valItem">
                <li><code>{@ident}</code>{' ' || desc}</li>
              </xsl:for-each>
            </ul>
          </xsl:if>
        </dd>
      </xsl:for-each>
    </dl>
  </xsl:function>

  <!-- The elements in which an element may stand: those whose content names it, its class, or a macro that does: pb →
       'p', 'said', 'item' … -->
  <xsl:function name="v:parents" as="xs:string*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:variable name="names" as="xs:string+" select="$spec/@ident, $spec/classes/memberOf/@key"/>
    <xsl:variable name="macros" as="xs:string*"
        select="root($spec)//macroSpec[content//(elementRef | classRef)/@key = $names]/@ident"/>
    <xsl:sequence select="
        root($spec)//elementSpec[content/descendant::*/@key = ($names[not(starts-with(., 'att.'))], $macros)]/@ident/string()"/>
  </xsl:function>

  <!-- A section of the prose: <div xml:id="a">… → <section id="a">… -->
  <xsl:template match="div" mode="v:prose" as="element(h:section)">
    <section id="{@xml:id}"><xsl:apply-templates mode="v:prose"/></section>
  </xsl:template>

  <!-- Its heading: <head>Speech</head> → <h2>Speech</h2> -->
  <xsl:template match="head" mode="v:prose" as="element(h:h2)">
    <h2><xsl:apply-templates mode="v:prose"/></h2>
  </xsl:template>

  <!-- A paragraph: <p>…</p> of TEI → <p>…</p> of HTML -->
  <xsl:template match="p" mode="v:prose" as="element(h:p)">
    <p><xsl:apply-templates mode="v:prose"/></p>
  </xsl:template>

  <!-- The name of an element leads to its page: <gi>p</gi> → <a href="p.html">… -->
  <xsl:template match="gi" mode="v:prose" as="element(h:a)">
    <xsl:sequence select="v:element-link(.)"/>
  </xsl:template>

  <!-- The name of an attribute: `<att>who</att>` → `@who`. -->
  <xsl:template match="att" mode="v:prose" as="element(h:code)">
    <code>@{.}</code>
  </xsl:template>

  <!-- A tag: `<tag>fw type="notes"</tag>` → `&lt;fw type="notes"&gt;`. -->
  <xsl:template match="tag" mode="v:prose" as="element(h:code)">
    <code>&lt;{.}&gt;</code>
  </xsl:template>

  <!-- A quotation: `<q>the Secretary</q>` → `<q>the Secretary</q>`. -->
  <xsl:template match="q" mode="v:prose" as="element(h:q)">
    <q>{.}</q>
  </xsl:template>

  <!-- Other code: <code>a</code> of TEI → <code>a</code> of HTML -->
  <xsl:template match="code" mode="v:prose" as="element(h:code)">
    <code>{.}</code>
  </xsl:template>

  <!-- Text: 'a' → 'a' -->
  <xsl:template match="text()" mode="v:prose" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- A sequence or alternative: its parts between brackets, if it is repeated or stands in another:
       <alternate><elementRef key="a"/><elementRef key="b"/></alternate> → 'a | b' -->
  <xsl:template match="sequence | alternate" mode="v:model" as="node()*">
    <xsl:variable name="between" as="xs:string" select="if (self::sequence) then ', ' else ' | '"/>
    <xsl:variable name="brackets" as="xs:boolean" select="exists(@minOccurs | @maxOccurs | parent::sequence | parent::alternate)"/>
    <xsl:text>{if ($brackets) then '(' else ''}</xsl:text>
    <xsl:for-each select="*">
      <xsl:text>{if (position() gt 1) then $between else ''}</xsl:text>
      <xsl:apply-templates select="." mode="v:model"/>
    </xsl:for-each>
    <xsl:text>{if ($brackets) then ')' else ''}{v:occurs(.)}</xsl:text>
  </xsl:template>

  <!-- An element: <elementRef key="p" minOccurs="0"/> → '<p>?' -->
  <xsl:template match="elementRef" mode="v:model" as="node()+">
    <xsl:sequence select="v:element-link(@key)"/>
    <xsl:text>{v:occurs(.)}</xsl:text>
  </xsl:template>

  <!-- A class: all its members: <classRef key="mark"/> → '<hi> | <del>' -->
  <xsl:template match="classRef" mode="v:model" as="node()+">
    <xsl:variable name="occurs" as="xs:string" select="v:occurs(.)"/>
    <xsl:variable name="members" as="element(elementSpec)*" select="key('v:member', @key)"/>
    <xsl:text>{if ($occurs) then '(' else ''}</xsl:text>
    <xsl:for-each select="$members">
      <xsl:text>{if (position() gt 1) then ' | ' else ''}</xsl:text>
      <xsl:sequence select="v:element-link(@ident)"/>
    </xsl:for-each>
    <xsl:text>{if ($occurs) then ')' else ''}{$occurs}</xsl:text>
  </xsl:template>

  <!-- A macro: what it stands for: <macroRef key="inline"/> → '(text | <hi>)*' -->
  <xsl:template match="macroRef" mode="v:model" as="node()+">
    <xsl:apply-templates select="key('v:spec', @key)/content/*" mode="v:model"/>
  </xsl:template>

  <!-- Text, nothing, a value: <textNode/> → 'text' -->
  <xsl:template match="textNode | empty | dataRef" mode="v:model" as="text()">
    <xsl:text>{if (self::textNode) then 'text' else if (self::empty) then 'nothing' else 'a name'}</xsl:text>
  </xsl:template>

  <!-- How often a part may occur: `*`, `+`, `?` or nothing. -->
  <xsl:function name="v:occurs" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        if ($part/@maxOccurs = 'unbounded') then (if ($part/@minOccurs = '0') then '*' else '+')
        else if ($part/@minOccurs = '0') then '?' else ''"/>
  </xsl:function>

</xsl:stylesheet>
